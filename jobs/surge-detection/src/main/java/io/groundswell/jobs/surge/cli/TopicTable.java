package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.kafka.FoundTopic;
import io.groundswell.jobs.surge.connector.kafka.FoundTopic.Presence;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Role;
import io.groundswell.jobs.surge.settings.Durations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Topics for a person at a terminal.
 *
 * @param topics what was found of them
 * @param parallelism cores that read posts; 0 where that is not known
 */
record TopicTable(List<FoundTopic> topics, int parallelism) {
  private static final String BROKERS = "broker's";
  private static final List<String> HEADINGS =
      List.of(
          "topic",
          "for",
          "partitions",
          "copies",
          "cleanup",
          "retention",
          "stamped",
          "on the broker");

  /** The table, and below it what differs and what is missing. */
  List<String> lines() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    topics.forEach(topic -> rows.add(row(topic)));
    List<String> lines = new ArrayList<>(aligned(rows));
    List<String> below = new ArrayList<>();
    topics.forEach(topic -> below.addAll(below(topic)));
    below.addAll(tooFewPartitions());
    below.addAll(missing());
    if (!below.isEmpty()) {
      lines.add("");
      lines.addAll(below);
    }
    return lines;
  }

  /** What the jobs have to be allowed, with comments that a shell passes over. */
  List<String> aclLines(List<Needs> jobs, String principal) {
    List<String> missing = names(Presence.MISSING);
    List<String> lines = new ArrayList<>();
    for (Needs job : jobs) {
      lines.add("# groundswell " + job.job());
      lines.addAll(job.aclLines(principal, missing));
    }
    if (!missing.isEmpty()) {
      lines.add("# Missing: " + String.join(", ", missing) + ".");
      lines.add("# Once 'groundswell topics --create' has run, no line needs Create.");
    }
    return lines;
  }

  private static List<String> row(FoundTopic topic) {
    WantedTopic wanted = topic.wanted();
    Map<String, String> settings = wanted.cleanup().settings();
    String policy = settings.getOrDefault("cleanup.policy", BROKERS);
    return List.of(
        wanted.name(),
        wanted.use().words(),
        number(topic.partitions() == 0 ? wanted.partitions() : topic.partitions()),
        number(topic.replication()),
        policy.replace(",", ", "),
        policy.equals("compact") ? "last of key" : retention(settings.get("retention.ms")),
        "on arrival",
        topic.differences().isEmpty() ? topic.presence().words() : "differs");
  }

  private static String number(int number) {
    return number == 0 ? BROKERS : String.valueOf(number);
  }

  private static String retention(String millis) {
    if (millis == null) {
      return BROKERS;
    }
    return millis.equals("-1")
        ? "for ever"
        : Durations.text(Duration.ofMillis(Long.parseLong(millis)));
  }

  private static List<String> aligned(List<List<String>> rows) {
    int[] widths =
        IntStream.range(0, HEADINGS.size())
            .map(column -> rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0))
            .toArray();
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < widths.length; column++) {
        String cell = row.get(column);
        line.append(cell).append(" ".repeat(widths[column] - cell.length() + 2));
      }
      lines.add(line.toString().stripTrailing());
    }
    return lines;
  }

  /** What the table has no column for, and what is not as it is to be. */
  private static List<String> below(FoundTopic topic) {
    List<String> lines = new ArrayList<>();
    String name = topic.wanted().name();
    if (topic.presence() != Presence.THERE) {
      Map<String, String> others = new HashMap<>(topic.wanted().cleanup().settings());
      List.of("cleanup.policy", "retention.ms", "message.timestamp.type").forEach(others::remove);
      new TreeMap<>(others)
          .forEach((key, value) -> lines.add("%s: also %s=%s".formatted(name, key, value)));
    }
    topic.differences().forEach(difference -> lines.add(name + ": " + difference));
    return lines;
  }

  /** Partitions are what tasks share out among each other. */
  private List<String> tooFewPartitions() {
    List<FoundTopic> posts =
        topics.stream().filter(topic -> topic.wanted().key().equals("posts")).toList();
    int partitions = posts.stream().mapToInt(FoundTopic::partitions).sum();
    if (partitions >= parallelism
        || posts.stream().anyMatch(topic -> topic.presence() != Presence.THERE)) {
      return List.of();
    }
    List<String> names = posts.stream().map(topic -> topic.wanted().name()).toList();
    return List.of(
        "%s: %d %s; %d read in parallel"
            .formatted(
                String.join(", ", names),
                partitions,
                partitions == 1 ? "partition" : "partitions",
                parallelism));
  }

  private List<String> missing() {
    List<String> lines = new ArrayList<>();
    List<String> missing = names(Presence.MISSING);
    if (!missing.isEmpty()) {
      List<String> inputs =
          topics.stream()
              .filter(topic -> topic.presence() == Presence.MISSING)
              .filter(topic -> topic.wanted().role() == Role.INPUT)
              .map(topic -> topic.wanted().name())
              .toList();
      lines.add("%d missing; --create creates them".formatted(missing.size()));
      if (!inputs.isEmpty()) {
        lines.add("'run' does not start without " + String.join(", ", inputs));
      }
    }
    List<String> hidden = names(Presence.HIDDEN);
    if (!hidden.isEmpty()) {
      lines.add("These credentials may not see " + String.join(", ", hidden));
    }
    return lines;
  }

  private List<String> names(Presence presence) {
    return topics.stream()
        .filter(topic -> topic.presence() == presence)
        .map(topic -> topic.wanted().name())
        .toList();
  }
}
