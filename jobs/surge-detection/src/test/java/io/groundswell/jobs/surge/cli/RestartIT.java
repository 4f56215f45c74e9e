package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.Scenario;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.page.Reports;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A streaming job that is stopped in the middle and started again, with its own settings. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RestartIT {
  /** Before the deployment and the outage after it. */
  private static final String CALM_UNTIL = "2026-03-03T23:00";

  /** A job begins to save for changes when it begins to read them. */
  private static final Policy NOTHING_SAVED = Policy.builder().budgetAfterChanges(0).build();

  @TempDir Path folder;

  @Test
  void aJobThatIsStartedAgainGoesOnWhereItStood() throws Exception {
    Scenario scenario = Scenario.outage(5);
    Runs files = Runs.detect(scenario, folder, folder.resolve("files"), 2);
    List<String> expected = files.lines(Detection.INCIDENTS);
    int volumes = files.lines(Detection.VOLUMES).size() - 1;
    int half = scenario.lines().size() / 2;

    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "posts", 3)) {
      RunSettings settings = settings(broker, 2);
      feed.send(scenario.lines().subList(0, half));
      try (RunningJob first = start(settings, feed, Policy.defaults())) {
        assertThat(feed.volumes(volumes / 10)).isNotEmpty();
        assertThat(first.end()).isNotDone();
      }
      assertThat(LocalFiles.latestCheckpoint(Path.of(settings.state().folder(), "checkpoints")))
          .isPresent();

      feed.send(scenario.lines().subList(half, scenario.lines().size()));
      feed.end();
      try (RunningJob second = start(settings, feed, Policy.defaults())) {
        Set<String> told = new LinkedHashSet<>(feed.incidents(expected.size()));
        assertThat(told).containsExactlyElementsOf(expected);
        assertThat(feed.volumes(volumes)).hasSize(volumes).doesNotHaveDuplicates();
        int complaints = feed.ledger(scenario.lines().size()).get("posts/complaints").intValue();
        assertThat(feed.countedPosts(complaints))
            .hasSize(complaints)
            .extracting(line -> line.substring(0, line.indexOf(",\"created_at\"")))
            .doesNotHaveDuplicates();
        assertThat(second.end()).isNotDone();
      }
    }
  }

  /**
   * The rulings stand before and behind the end of the first job, and their moments behind it; a
   * pattern has begun to match before.
   */
  @Test
  void whatWasRuledHoldsWhereItBeginsThoughTheJobWasStoppedBefore() throws Exception {
    String catalogue =
        """
        products:
          - {id: acme, name: Acme, aliases: [acme], handles: ["@acme"], owner: %s,
             components: [{id: login, aliases: [log in]}, {id: pay, aliases: [payment]}]}
          - {id: beta, aliases: [beta]}
        """;
    String patterns =
        """
        patterns:
          - id: course
            says: It began, and is over.
            stages:
              - {begin: began, where: {turn: opens}}
              - {followed_by: over, where: {turn: resolves}}
            within: 7d
        """;
    Scenario scenario =
        Scenario.outage(5)
            .rule(RuleKind.PATTERNS, 1, "2026-03-03T22:00:00Z", patterns)
            .rule(RuleKind.CATALOGUE, 1, "2026-03-03T23:00:00Z", catalogue.formatted("day"))
            .rule(RuleKind.CATALOGUE, 2, "2026-03-04T00:20:00Z", catalogue.formatted("night"));
    List<String> expected =
        Runs.detect(scenario, folder, folder.resolve("files"), 2).lines(Detection.INCIDENTS);
    assertThat(expected).first().asString().contains("\"owner\":\"day\"");
    assertThat(expected)
        .last()
        .asString()
        .contains("\"owner\":\"night\"")
        .contains("Your pattern course has matched: It began, and is over.");
    String until = "2026-03-04T00:10";

    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "posts", 4)) {
      feed.send(all(scenario, record -> isBefore(record, until)));
      try (RunningJob first = start(settings(broker, 2), feed, Policy.defaults())) {
        feed.awaitRead();
        assertThat(first.end()).isNotDone();
      }
      feed.send(all(scenario, record -> !isBefore(record, until)));
      feed.end();
      try (RunningJob second = start(settings(broker, 4), feed, Policy.defaults())) {
        assertThat(new LinkedHashSet<>(feed.incidents(expected.size())))
            .containsExactlyElementsOf(expected);
        assertThat(second.end()).isNotDone();
      }
    }
  }

  private static List<String> all(Scenario scenario, Predicate<String> which) {
    return Stream.concat(scenario.lines().stream(), scenario.control().stream())
        .filter(which)
        .toList();
  }

  /**
   * As who adds topics to {@code groundswell.yaml} and starts the job again, with a reader for each
   * of them. The outage is told in a topic of posts that the checkpoint does not know, too, and the
   * deployment before it in one of change events.
   */
  @Test
  void topicsMayBeAdded() throws Exception {
    Scenario scenario = Scenario.outageWithCalls(7);
    List<String> expected =
        Runs.detect(scenario, folder, folder.resolve("files"), 2, NOTHING_SAVED)
            .lines(Detection.INCIDENTS);
    assertThat(expected).first().asString().contains("after deploy");

    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), "posts", 1);
        LiveFeed fewer = feed.withoutChanges()) {
      fewer.send(records(scenario, record -> isBefore(record, CALM_UNTIL)));
      try (RunningJob first = start(settings(broker, 2), fewer, NOTHING_SAVED)) {
        fewer.awaitRead();
        assertThat(first.end()).isNotDone();
      }
      try (LiveFeed more = feed.withMorePosts();
          RunningJob second = start(settings(broker, 4), more, NOTHING_SAVED)) {
        more.awaitJoined();
        more.send(records(scenario, record -> !isBefore(record, CALM_UNTIL)));
        more.end();
        assertThat(new LinkedHashSet<>(more.incidents(expected.size())))
            .containsExactlyElementsOf(expected);
        assertThat(second.end()).isNotDone();
      }
    }
  }

  private static List<String> records(Scenario scenario, Predicate<String> which) {
    return Stream.of(scenario.lines(), scenario.contacts(), scenario.changes())
        .flatMap(List::stream)
        .filter(which)
        .toList();
  }

  private static boolean isBefore(String record, String moment) {
    return LiveFeed.time(record).toString().compareTo(moment) < 0;
  }

  private RunSettings settings(LocalBroker broker, int parallelism) throws Exception {
    Files.writeString(folder.resolve("catalogue.yaml"), RunFile.catalogueTemplate());
    String yaml =
        RunFile.template()
            .replace("localhost:9092", broker.address())
            .replace("every: 10s", "every: 1s")
            .replace("parallelism: 0", "parallelism: " + parallelism);
    Path file = Files.writeString(folder.resolve("groundswell.yaml"), yaml);
    return RunFile.read(file, Map.of());
  }

  private static RunningJob start(RunSettings settings, LiveFeed feed, Policy policy)
      throws Exception {
    StreamExecutionEnvironment env = LiveFlink.environment(settings);
    new LiveDetection(
            Rules.of(Runs.CATALOGUE, policy),
            feed.input(),
            feed.output(),
            feed.topics(),
            Map.of(),
            Reports.served(null, Reports.FOLDER),
            false)
        .add(env);
    return RunningJob.start(env, "restart");
  }
}
