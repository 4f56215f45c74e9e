package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.settings.RunFile;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same jar and settings, in a process of their own and called by a cluster's client. */
class LiveFlinkTest {
  @TempDir Path folder;

  @BeforeEach
  void aCheckpointOfAnEarlierRun() throws Exception {
    Files.writeString(folder.resolve("catalogue.yaml"), RunFile.catalogueTemplate());
    Path checkpoint = folder.resolve("groundswell-state/checkpoints/job/chk-3");
    Files.createDirectories(checkpoint);
    Files.createFile(checkpoint.resolve("_metadata"));
  }

  @AfterEach
  void leaveTheCluster() {
    StreamContextEnvironment.unsetAsContext();
  }

  @Test
  void inItsOwnProcessItGoesOnFromTheNewestCheckpoint() throws Exception {
    StreamExecutionEnvironment env = environment("");

    assertThat(env).isInstanceOf(LocalStreamEnvironment.class);
    assertThat(settings(env).get("execution.state-recovery.path")).endsWith("/chk-3/");
  }

  @Test
  void aClusterDecidesWhereAndHowStateIsKeptAndWhereTheJobBegins() throws Exception {
    Map<String, String> cluster =
        Map.of(
            "execution.checkpointing.dir", "s3://company/checkpoints",
            "state.backend.type", "hashmap",
            "restart-strategy.type", "failure-rate",
            "execution.state-recovery.path", "s3://company/savepoint-1",
            "parallelism.default", "3");
    calledBy(cluster);

    StreamExecutionEnvironment env = environment("");

    assertThat(settings(env)).containsAllEntriesOf(cluster);
    assertThat(env.getParallelism()).isEqualTo(3);
  }

  @Test
  void theJobBringsWhatItCannotDoWithout() throws Exception {
    calledBy(
        Map.of(
            "execution.checkpointing.interval", "1 h",
            "execution.checkpointing.mode", "AT_LEAST_ONCE",
            "pipeline.max-parallelism", "8"));

    StreamExecutionEnvironment env = environment("checkpoints: {every: 5s}\nparallelism: 2\n");

    assertThat(env.getCheckpointConfig().getCheckpointInterval()).isEqualTo(5_000);
    assertThat(env.getCheckpointConfig().getCheckpointingConsistencyMode().name())
        .isEqualTo("EXACTLY_ONCE");
    assertThat(env.getMaxParallelism()).isEqualTo(128);
    assertThat(env.getParallelism()).isEqualTo(2);
    assertThat(settings(env))
        .containsEntry("pipeline.generic-types", "false")
        .containsEntry("pipeline.auto-generate-uids", "false")
        .containsEntry("pipeline.object-reuse", "true")
        .doesNotContainKey("execution.state-recovery.path");
  }

  @Test
  void aClusterThatSaysNothingGetsTheSettingsOfTheFile() throws Exception {
    calledBy(Map.of());

    StreamExecutionEnvironment env = environment("state: {folder: 's3://company/groundswell'}\n");

    assertThat(settings(env))
        .containsEntry("execution.checkpointing.dir", "s3://company/groundswell/checkpoints")
        .containsEntry("state.backend.type", "rocksdb")
        .containsEntry("restart-strategy.type", "exponential-delay");
  }

  @Test
  void onAClusterOtherJobsAreNotStartedBeside() throws Exception {
    calledBy(Map.of());
    Files.writeString(folder.resolve("notify.yaml"), "");

    Console said = Console.run("run", "--config", file("notify: notify.yaml\n").toString());

    assertThat(said.code()).isEqualTo(2);
    assertThat(said.errLines())
        .containsExactly(
            "notify: on a cluster it is a job of its own; take the key out and submit its jar with"
                + " 'notify --config FILE'");
  }

  @Test
  void aMistakeDoesNotEndTheClustersProcess() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader clients = new URLClassLoader(new URL[0], before)) {
      thread.setContextClassLoader(clients);
      assertThatThrownBy(() -> CommandLines.main("run", "--config", "nowhere.yaml"))
          .isInstanceOf(UsageError.class)
          .hasMessageContaining("nowhere.yaml");
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static void calledBy(Map<String, String> cluster) {
    StreamContextEnvironment.setAsContext(
        new DefaultExecutorServiceLoader(),
        Configuration.fromMap(cluster),
        LiveFlinkTest.class.getClassLoader(),
        false,
        true);
  }

  private StreamExecutionEnvironment environment(String more) throws Exception {
    return LiveFlink.environment(RunFile.read(file(more), Map.of()));
  }

  private Path file(String more) throws Exception {
    return Files.writeString(
        folder.resolve("groundswell.yaml"), "catalogue: catalogue.yaml\n" + more);
  }

  private static Map<String, String> settings(StreamExecutionEnvironment env) {
    return env.getConfiguration().toMap();
  }
}
