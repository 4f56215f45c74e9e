package io.groundswell.chaos.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Records of which each is there once, by what tells it from all others.
 *
 * @param rows the records, by their identity
 * @param repeated how many came again, the same
 * @param contradicted how many came again, and said something else
 */
record Books(Map<String, String> rows, long repeated, long contradicted) {
  /** Rows of the ledger: what became of a minute's records of one source. */
  static final Function<JsonNode, String> LEDGER =
      row -> fields(row, "minute", "input", "source", "outcome");

  /** Scored buckets. */
  static final Function<JsonNode, String> VOLUMES = row -> fields(row, "bucket_start", "subject");

  /** Updates of incidents. */
  static final Function<JsonNode, String> INCIDENTS =
      row -> fields(row, "updated_at", "incident_id", "sequence");

  private static String fields(JsonNode row, String... names) {
    StringBuilder identity = new StringBuilder();
    for (String name : names) {
      identity.append(row.path(name).asText()).append(' ');
    }
    return identity.toString().strip();
  }

  /** Of a topic's lines. */
  static Books of(List<String> lines, Function<JsonNode, String> identity) {
    Map<String, String> rows = new TreeMap<>();
    long repeated = 0;
    long contradicted = 0;
    for (String line : lines) {
      String before = rows.putIfAbsent(identity.apply(Committed.parse(line)), line);
      if (before != null && before.equals(line)) {
        repeated++;
      } else if (before != null) {
        contradicted++;
      }
    }
    return new Books(rows, repeated, contradicted);
  }

  /**
   * Those of before a moment; each identity begins with a time. All times are written alike, so
   * that their letters are in their order.
   */
  Books until(Instant moment) {
    Map<String, String> earlier = new TreeMap<>(rows);
    earlier.keySet().removeIf(identity -> identity.compareTo(moment.toString()) >= 0);
    return new Books(earlier, repeated, contradicted);
  }

  /** How far these agree with what a replay gives. */
  Finding against(Books replay, String what, boolean mayRepeat) {
    long missing = replay.rows.keySet().stream().filter(row -> !rows.containsKey(row)).count();
    long others =
        rows.entrySet().stream()
            .filter(row -> !row.getValue().equals(replay.rows.get(row.getKey())))
            .count();
    boolean right =
        missing == 0
            && others == 0
            && contradicted == 0
            && (mayRepeat || repeated == 0)
            && !rows.isEmpty();
    String figures =
        "%,d, %s"
            .formatted(
                rows.size(),
                missing + others == 0
                    ? "those of a replay"
                    : "of a replay's %d are missing, %d are not its; the first: %s"
                        .formatted(missing, others, first(replay)));
    return new Finding(what, right, figures + again());
  }

  private String again() {
    return (repeated == 0 ? "" : "; %,d came again, the same".formatted(repeated))
        + (contradicted == 0
            ? ""
            : "; %,d came again and said something else".formatted(contradicted));
  }

  private String first(Books replay) {
    Map<String, String> all = new TreeMap<>(replay.rows);
    rows.forEach(all::putIfAbsent);
    return all.keySet().stream()
        .filter(row -> !replay.rows.getOrDefault(row, "").equals(rows.getOrDefault(row, "")))
        .findFirst()
        .map(
            row ->
                row
                    + System.lineSeparator()
                    + "    live   "
                    + rows.get(row)
                    + System.lineSeparator()
                    + "    replay "
                    + replay.rows.get(row))
        .orElse("none");
  }
}
