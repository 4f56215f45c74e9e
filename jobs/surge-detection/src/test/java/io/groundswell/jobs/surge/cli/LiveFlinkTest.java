package io.groundswell.jobs.surge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.settings.RunFile;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import org.apache.flink.client.program.StreamContextEnvironment;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.DefaultExecutorServiceLoader;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.memory.ByteStreamStateHandle;
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
    writeMetadata(checkpoint);
    Files.setLastModifiedTime(checkpoint.resolve("_metadata"), FileTime.fromMillis(0));
  }

  /** Of a job that remembers nothing but this. */
  private static void writeMetadata(Path checkpoint, OperatorState... operators) throws Exception {
    Files.createDirectories(checkpoint);
    try (OutputStream out = Files.newOutputStream(checkpoint.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(3, List.of(operators), List.of()), out);
    }
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
  void orFromOneThatIsNamed() throws Exception {
    Path named = folder.resolve("savepoint-1");
    writeMetadata(named);

    assertThat(Beginning.named(named.toString(), folder.toString(), "%s"))
        .endsWith("/savepoint-1/");
    assertThat(Beginning.named(named + "/_metadata", folder.toString(), "%s"))
        .endsWith("/savepoint-1/");
    assertThat(Beginning.named("file://" + named, folder.toString(), "%s"))
        .endsWith("/savepoint-1/");
  }

  @Test
  void aCorruptCheckpointIsRefused() throws Exception {
    Path state = folder.resolve("groundswell-state");
    Path old = state.resolve("checkpoints/job/chk-3");
    Path newest = state.resolve("checkpoints/later/chk-9");
    writeCorrupt(newest);

    assertThatThrownBy(() -> environment(""))
        .isInstanceOf(UsageError.class)
        .hasMessageContainingAll(
            newest + " is corrupt: _metadata cannot be read", "sound are " + old)
        .hasMessageEndingWith("move those newer than %s away, and it goes on from there", old);
    Console said = Console.run("run", "--config", file("").toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.errLines())
        .singleElement()
        .asString()
        .endsWith("; go on with 'groundswell run --config %s --from %s'".formatted(file(""), old));
  }

  @Test
  void soIsTheOneThatIsNamed() throws Exception {
    Path named = folder.resolve("savepoint-1");
    writeCorrupt(named);

    assertThat(
            Console.run("run", "--config", file("").toString(), "--from", named.toString())
                .errLines())
        .singleElement()
        .asString()
        .startsWith("savepoint " + named + " is corrupt: ");
    assertThat(
            Console.run("run", "--config", file("").toString(), "--from", named + "2").errLines())
        .singleElement()
        .asString()
        .startsWith("--from: there is nothing at " + named + "2; ");
    assertThat(Console.run("run", "--init", "--from", named.toString()).errLines())
        .containsExactly("--from goes with --config");
  }

  @Test
  void soIsWhatAnotherVersionHasLeft() throws Exception {
    OperatorState gone = new OperatorState("Old", "pattern-recovery-v1", new OperatorID(), 1, 1);
    gone.setCoordinatorState(new ByteStreamStateHandle("old", new byte[] {1}));
    OperatorState idle = new OperatorState("Idle", "pattern-fading-v1", new OperatorID(), 1, 1);
    Path named = folder.resolve("savepoint-1");
    writeMetadata(named, gone, idle);

    Console said = Console.run("run", "--config", file("").toString(), "--from", named.toString());
    assertThat(said.code()).isEqualTo(2);
    assertThat(said.errLines())
        .containsExactly(
            "savepoint %s is of another version, with state that this one has no place for (pattern-recovery-v1); go on with that version, or upgrade it as deploy/RUNBOOK.md says under 'Another version'"
                .formatted(named));
  }

  @Test
  void whereNoneIsSoundThatIsSaid() throws Exception {
    writeCorrupt(folder.resolve("groundswell-state/checkpoints/job/chk-3"));

    assertThatThrownBy(() -> environment(""))
        .hasMessageContaining("; no other in %s is sound;", folder.resolve("groundswell-state"));
  }

  @Test
  void aClusterIsNotSentACorruptOne() throws Exception {
    Path sound = folder.resolve("checkpoints/job/chk-1");
    Path named = folder.resolve("checkpoints/job/chk-2");
    writeMetadata(sound);
    writeCorrupt(named);
    calledBy(Map.of("execution.state-recovery.path", "file://" + named));

    assertThatThrownBy(() -> environment(""))
        .isInstanceOf(UsageError.class)
        .hasMessageStartingWith("checkpoint " + named + " is corrupt: ")
        .hasMessageEndingWith("submit it with 'flink run -s " + sound + "'");
  }

  @Test
  void aJobManagerThatStartsItsJobAgainDecidesItself() throws Exception {
    Path named = folder.resolve("checkpoints/job/chk-2");
    writeCorrupt(named);
    calledBy(
        Map.of(
            "execution.state-recovery.path",
            named.toString(),
            "$internal.pipeline.job-id",
            "00000000000000000000000000000001"));

    assertThat(settings(environment("")))
        .containsEntry("execution.state-recovery.path", named.toString());
  }

  @Test
  void onAClusterFromIsFlinks() throws Exception {
    calledBy(Map.of());

    assertThat(Console.run("run", "--config", file("").toString(), "--from", "/s").errLines())
        .containsExactly(
            "--from: on a cluster whoever submits the job says where it goes on; use 'flink run -s /s'");
  }

  private static void writeCorrupt(Path checkpoint) throws Exception {
    Files.createDirectories(checkpoint);
    Files.writeString(checkpoint.resolve("_metadata"), "none");
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
