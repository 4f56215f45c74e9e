package io.groundswell.jobs.history.maintain;

import java.util.HashSet;
import java.util.Set;
import org.apache.iceberg.data.Record;

/**
 * Posts that were withdrawn.
 *
 * @param identities their hashes
 * @param keys their source and id, as examples of incidents name them
 */
record Withdrawn(Set<String> identities, Set<String> keys) {
  static Withdrawn none() {
    return new Withdrawn(new HashSet<>(), new HashSet<>());
  }

  static String identity(Record withdrawal) {
    return (String) withdrawal.getField("identity");
  }

  void add(Record withdrawal) {
    identities.add(identity(withdrawal));
    keys.add(withdrawal.getField("source") + "/" + withdrawal.getField("id"));
  }
}
