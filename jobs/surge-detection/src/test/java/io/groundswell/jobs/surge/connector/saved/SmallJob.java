package io.groundswell.jobs.surge.connector.saved;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** A job on RocksDB with incremental checkpoints, and what it leaves. */
public final class SmallJob {
  private static final int CHECKPOINTS = 4;
  private static final Semaphore COMPLETED = new Semaphore(0);

  private SmallJob() {}

  /**
   * Runs it until it has left its newest three checkpoints in {@code checkpoints} and savepoints in
   * {@code canonical} and {@code native}.
   *
   * @param keys how many KB it remembers
   */
  public static void leaveStateIn(Path folder, int keys) throws Exception {
    COMPLETED.drainPermits();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, settings(folder));
    env.fromSequence(0, Long.MAX_VALUE - 1)
        .keyBy(number -> number % keys)
        .process(new RememberLast())
        .sinkTo(new DiscardingSink<>());
    JobClient job = env.executeAsync();
    COMPLETED.acquire(CHECKPOINTS * 2);
    savepoint(job, folder.resolve("canonical"), SavepointFormatType.CANONICAL);
    savepoint(job, folder.resolve("native"), SavepointFormatType.NATIVE);
    COMPLETED.drainPermits();
    COMPLETED.acquire(CHECKPOINTS * 2);
    job.cancel().get();
    job.getJobExecutionResult().handle((result, cancelled) -> cancelled).get();
    deleteInterrupted(folder);
  }

  /** Whoever cancels a job may leave the folder of the checkpoint that it was about to make. */
  private static void deleteInterrupted(Path folder) throws Exception {
    for (SavedState saved : SavedStates.below(folder)) {
      if (!Files.exists(saved.folder().resolve("_metadata"))) {
        LocalFiles.deleteFolder(saved.folder());
      }
    }
  }

  private static void savepoint(JobClient job, Path folder, SavepointFormatType format)
      throws Exception {
    job.triggerSavepoint(folder.toUri().toString(), format).get();
  }

  private static Configuration settings(Path folder) {
    Configuration settings = new Configuration();
    settings.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    settings.set(
        CheckpointingOptions.CHECKPOINTS_DIRECTORY,
        folder.resolve("checkpoints").toUri().toString());
    settings.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    settings.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(200));
    settings.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 3);
    settings.set(
        CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
        ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
    settings.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(0));
    return settings;
  }

  /** A KB that cannot be compressed for each key. */
  private static final class RememberLast extends KeyedProcessFunction<Long, Long, Long>
      implements CheckpointListener {
    private static final long serialVersionUID = 1;

    private static final ValueStateDescriptor<byte[]> LAST =
        new ValueStateDescriptor<>("last", byte[].class);

    @Override
    public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
      ValueState<byte[]> last = getRuntimeContext().getState(LAST);
      byte[] bytes = new byte[1024];
      new Random(number).nextBytes(bytes);
      last.update(bytes);
    }

    @Override
    public void notifyCheckpointComplete(long checkpoint) {
      COMPLETED.release();
    }
  }
}
