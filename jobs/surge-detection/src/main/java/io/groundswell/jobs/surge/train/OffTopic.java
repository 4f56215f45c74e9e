package io.groundswell.jobs.surge.train;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvTable;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Tweets that were collected in crises and are about something else.
 *
 * @param texts each once, but those of two crises that are kept to measure with
 * @param unreadable rows that are no CSV: some of the collected tweets hold line ends of their own
 */
record OffTopic(List<String> texts, int unreadable) {
  private static final List<String> UNUSED = List.of("tweet id", "tweet_id");
  private static final Set<String> HELD_OUT =
      Set.of("2012_Sandy_Hurricane", "2013_West_Texas_Explosion");

  static OffTopic read(String path) throws IOException {
    Set<String> texts = new LinkedHashSet<>();
    int unreadable = 0;
    try (CsvTable table = CsvTable.open(path, List.of("tweet", "label", "event"), UNUSED)) {
      boolean more = true;
      while (more) {
        try {
          CsvTable.Row row = table.next();
          more = row != null;
          if (row != null && isLearned(row)) {
            texts.add(row.cell("tweet"));
          }
        } catch (BadInput halfRow) {
          unreadable++;
        }
      }
    }
    return new OffTopic(List.copyOf(texts), unreadable);
  }

  private static boolean isLearned(CsvTable.Row row) {
    return row.cell("label").equals("off-topic") && !HELD_OUT.contains(row.cell("event"));
  }

  /** What they are taken for, for the model card. */
  String as() {
    return unreadable == 0 ? "chatter" : "chatter; %d broken rows left out".formatted(unreadable);
  }
}
