package io.groundswell.jobs.history.backtest;

import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.surge.Rules;
import java.io.IOException;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * By which rules something was counted: content hashes.
 *
 * @param catalogue of the catalogue
 * @param policy of the policy
 * @param triage of the weights
 */
public record Versions(String catalogue, String policy, String triage) {
  /** Those of some rules. */
  public static Versions of(Rules rules) {
    return new Versions(
        rules.catalogue().version(), rules.policy().version(), rules.model().version());
  }

  /** How many rows of a file of posts have others. */
  long countOthers(TableFiles posts, DataFile file) throws IOException {
    Schema columns =
        posts.table().schema().select("catalogue_version", "policy_version", "triage_version");
    long others = 0;
    try (CloseableIterable<Record> rows = posts.read(file, columns)) {
      for (Record row : rows) {
        boolean same =
            catalogue.equals(row.getField("catalogue_version"))
                && policy.equals(row.getField("policy_version"))
                && triage.equals(row.getField("triage_version"));
        others += same ? 0 : 1;
      }
    }
    return others;
  }
}
