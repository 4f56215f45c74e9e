package io.groundswell.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.state.check.Check;
import io.groundswell.state.check.Finding.Verdict;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.step.Migration;
import io.groundswell.state.step.Steps;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job that goes on from a release's golden savepoint, taken in the middle of an outage. From the
 * latest it tells what a job tells that was never stopped; from an older one, whose rules scored
 * otherwise, it goes on with the incident that was open, and ends it.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class GoldenSavepointIT {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  /** Each with a backend that did not write it, where that is known. */
  static List<Arguments> savepointsAndBackends() {
    return List.of(
        Arguments.of("0.1", "rocksdb"),
        Arguments.of("0.2", "hashmap"),
        Arguments.of("0.3/hashmap", "rocksdb"),
        Arguments.of("0.3/rocksdb", "hashmap"),
        Arguments.of(MadeBy.STATE_VERSION + "/hashmap", "rocksdb"),
        Arguments.of(MadeBy.STATE_VERSION + "/rocksdb", "hashmap"));
  }

  @Test
  void everyGoldenSavepointIsTried() throws IOException {
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      assertThat(
              files
                  .filter(file -> file.endsWith("_metadata"))
                  .map(file -> GOLDEN.relativize(file.getParent()).toString()))
          .containsExactlyInAnyOrderElementsOf(
              savepointsAndBackends().stream().map(tried -> (String) tried.get()[0]).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("savepointsAndBackends")
  void goesOn(String golden, String backend) throws Exception {
    Path release = GOLDEN.resolve(golden.split("/", 2)[0]);
    Path savepoint = GOLDEN.resolve(golden).toAbsolutePath();
    boolean latest = release.endsWith(MadeBy.STATE_VERSION);
    List<String> told = Files.readAllLines(release.resolve("told.ndjson"));
    assertThat(told).isNotEmpty();
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), HalfwayJob.FEED, HalfwayJob.PARTITIONS)) {
      feed.send(HalfwayJob.before());
      try (RunningJob job =
          HalfwayJob.start(
              feed,
              backend,
              folder.resolve("checkpoints"),
              Optional.of(latest ? savepoint : migrated(savepoint)))) {
        feed.send(HalfwayJob.after());
        feed.end();

        if (latest) {
          assertTellsTheRest(feed, told);
          assertLeavesWhatTheJarSays(job);
        } else {
          assertGoesOn(feed, told);
        }
        assertThat(job.end()).isNotDone();
      }
    }
  }

  private Path migrated(Path savepoint) throws Exception {
    Path to = folder.resolve("migrated");
    new Migration(Savepoint.open(savepoint), Steps.shipped(), to).run(Rewriting.Progress.SILENT);
    return to;
  }

  /** Whoever has changed what is remembered, in whichever way, learns it here. */
  private void assertLeavesWhatTheJarSays(RunningJob job) throws Exception {
    String savepoint =
        job.client()
            .triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL)
            .get();
    Check check =
        Check.of(
            Savepoint.open(Path.of(URI.create(savepoint))),
            Savepoint.shipped(),
            Steps.shipped(),
            "PT1M",
            folder.resolve("check"));
    assertThat(check.findings().stream().filter(one -> one.verdict() != Verdict.AS_IS))
        .as(
            "what the job remembers has changed: raise MadeBy.STATE_VERSION, add a step to"
                + " Steps.shipped(), run WriteGoldenSavepoint, and write a State line in"
                + " CHANGELOG.md and the row in STATE.md")
        .isEmpty();
  }

  private void assertTellsTheRest(LiveFeed feed, List<String> told) throws Exception {
    List<String> unbroken =
        Runs.detect(HalfwayJob.story(), folder, folder.resolve("files"), 2)
            .lines(Detection.INCIDENTS);
    assertThat(told).isEqualTo(unbroken.subList(0, told.size()));
    List<String> rest = unbroken.subList(told.size(), unbroken.size());
    assertThat(feed.incidents(rest.size())).isNotEmpty().isEqualTo(rest);
  }

  private static void assertGoesOn(LiveFeed feed, List<String> told) {
    String last = told.get(told.size() - 1);
    String incident = last.substring(0, last.indexOf(",\"sequence\""));
    int sequence = (int) told.stream().filter(update -> update.startsWith(incident)).count();
    List<String> rest = feed.incidents(1);
    while (rest.stream().noneMatch(update -> isEndOf(incident, update))) {
      rest = feed.incidents(rest.size() + 1);
    }
    assertThat(rest)
        .filteredOn(update -> update.startsWith(incident))
        .first()
        .asString()
        .startsWith(incident + ",\"sequence\":" + (sequence + 1) + ",");
    assertThat(rest).noneMatch(update -> update.contains("\"status\":\"opened\""));
  }

  private static boolean isEndOf(String incident, String update) {
    return update.startsWith(incident) && update.contains("\"status\":\"resolved\"");
  }
}
