package io.groundswell.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.kafka.LiveFeed;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No test but a tool: writes the golden savepoints of this version, in Flink's canonical format,
 * one by each state backend, and what a savepoint of it looks like, which the main job's jar
 * brings. {@code mvn test -pl state-migration -am -Dtest=WriteGoldenSavepoint
 * -Dsurefire.failIfNoSpecifiedTests=false}
 */
class WriteGoldenSavepoint {
  private static final Path GOLDEN = Path.of("src/test/resources/golden");
  private static final Path REFERENCE =
      Path.of(
          "../jobs/surge-detection/src/main/resources/io/groundswell/jobs/surge",
          Savepoint.SHIPPED);

  @TempDir Path folder;

  @Test
  void write() throws Exception {
    Path release = GOLDEN.resolve(MadeBy.STATE_VERSION);
    assertThat(release)
        .as("a golden savepoint is never written again: MadeBy.STATE_VERSION goes up")
        .doesNotExist();
    List<String> told = write("hashmap", release.resolve("hashmap"));
    assertThat(write("rocksdb", release.resolve("rocksdb"))).isEqualTo(told);
    Files.write(release.resolve("told.ndjson"), told);
    Path shape = folder.resolve("shape");
    new Rewriting(
            Savepoint.open(release.resolve("hashmap")),
            new Edits().withoutEntries(Uids.MADE_BY),
            shape)
        .write("shape", Rewriting.Progress.SILENT);
    Files.copy(shape.resolve("_metadata"), REFERENCE, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> write(String backend, Path golden) throws Exception {
    Path own = folder.resolve(backend);
    try (LocalBroker broker = LocalBroker.start(own.resolve("broker"));
        LiveFeed feed = new LiveFeed(broker.address(), HalfwayJob.FEED, HalfwayJob.PARTITIONS)) {
      feed.send(HalfwayJob.before());
      Path checkpoints = own.resolve("checkpoints");
      List<String> told;
      String savepoint;
      try (RunningJob job = HalfwayJob.start(feed, backend, checkpoints, Optional.empty())) {
        feed.awaitRead();
        told = feed.incidents(feed.told());
        savepoint =
            job.client()
                .triggerSavepoint(own.toUri().toString(), SavepointFormatType.CANONICAL)
                .get();
      }
      Files.createDirectories(golden);
      Files.copy(Path.of(URI.create(savepoint)).resolve("_metadata"), golden.resolve("_metadata"));
      return told;
    }
  }
}
