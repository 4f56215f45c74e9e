package io.groundswell.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No test but a tool: writes the golden savepoint of this release, in Flink's canonical format.
 * {@code mvn test -pl state-migration -am -Dtest=WriteGoldenSavepoint
 * -Dsurefire.failIfNoSpecifiedTests=false -Dgroundswell.golden=0.2}
 */
class WriteGoldenSavepoint {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  @TempDir Path folder;

  @Test
  void write() throws Exception {
    Path release = GOLDEN.resolve(System.getProperty("groundswell.golden", "0.1"));
    assertThat(release).as("a golden savepoint is never written again").doesNotExist();
    try (LocalBroker broker = LocalBroker.start(folder.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), HalfwayJob.FEED, HalfwayJob.PARTITIONS)) {
      feed.send(HalfwayJob.before());
      Path checkpoints = folder.resolve("checkpoints");
      List<String> told;
      String savepoint;
      try (RunningJob job = HalfwayJob.start(feed, "hashmap", checkpoints, Optional.empty())) {
        feed.awaitRead();
        told = feed.incidents(feed.told());
        savepoint =
            job.client()
                .triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
      }
      Files.createDirectories(release);
      Files.copy(Path.of(URI.create(savepoint)).resolve("_metadata"), release.resolve("_metadata"));
      Files.write(release.resolve("told.ndjson"), told);
    }
  }
}
