package io.groundswell.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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

  static List<Arguments> releasesAndBackends() throws IOException {
    try (Stream<Path> releases = Files.list(GOLDEN)) {
      return releases
          .sorted()
          .flatMap(
              release ->
                  Stream.of("hashmap", "rocksdb").map(backend -> Arguments.of(release, backend)))
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("releasesAndBackends")
  void goesOn(Path release, String backend) throws Exception {
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
              Optional.of(release.toAbsolutePath()))) {
        feed.send(HalfwayJob.after());
        feed.end();

        if (release.equals(latest())) {
          assertTellsTheRest(feed, told);
        } else {
          assertGoesOn(feed, told);
        }
        assertThat(job.end()).isNotDone();
      }
    }
  }

  private static Path latest() throws IOException {
    try (Stream<Path> releases = Files.list(GOLDEN)) {
      return releases.max(Comparator.naturalOrder()).orElseThrow();
    }
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
