package io.groundswell.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A job that goes on from a release's golden savepoint, taken in the middle of an outage, tells
 * what a job tells that was never stopped.
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
  void goesOnToTheSameIncidents(Path release, String backend) throws Exception {
    List<String> unbroken =
        Runs.detect(HalfwayJob.story(), folder, folder.resolve("files"), 2)
            .lines(Detection.INCIDENTS);
    List<String> told = Files.readAllLines(release.resolve("told.ndjson"));
    assertThat(told).isNotEmpty().isEqualTo(unbroken.subList(0, told.size()));

    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), HalfwayJob.FEED, HalfwayJob.PARTITIONS)) {
      feed.send(HalfwayJob.before());
      JobClient job =
          HalfwayJob.start(
              feed, backend, folder.resolve("checkpoints"), Optional.of(release.toAbsolutePath()));
      feed.send(HalfwayJob.after());
      feed.end();

      List<String> rest = unbroken.subList(told.size(), unbroken.size());
      assertThat(feed.incidents(rest.size())).isNotEmpty().isEqualTo(rest);
      job.cancel().get();
    }
  }
}
