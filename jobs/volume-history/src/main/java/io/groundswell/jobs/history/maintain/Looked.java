package io.groundswell.jobs.history.maintain;

import io.groundswell.jobs.history.table.HistoryTable;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.iceberg.DataFile;

/**
 * Where earlier runs have looked for withdrawn posts, and for which: a file never changes, so only
 * a new one has to be searched for what was known before. Kept in memory alone: who has forgotten
 * it looks everywhere once more.
 */
final class Looked {
  private final Set<String> identities = new HashSet<>();
  private final Map<HistoryTable, Set<String>> files = new EnumMap<>(HistoryTable.class);

  /** Whether a post was looked for in all files that there were. */
  boolean hasSought(String identity) {
    return identities.contains(identity);
  }

  /** Whether a file was among them. */
  boolean hasRead(HistoryTable table, DataFile file) {
    return files.getOrDefault(table, Set.of()).contains(file.location());
  }

  /** Remembers a whole search, instead of the ones before. */
  void remember(Set<String> sought, Map<HistoryTable, Set<String>> read) {
    identities.clear();
    identities.addAll(sought);
    files.clear();
    files.putAll(read);
  }
}
