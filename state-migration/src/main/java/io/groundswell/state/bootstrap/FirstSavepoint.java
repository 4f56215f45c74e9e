package io.groundswell.state.bootstrap;

import io.groundswell.jobs.surge.cli.Progress;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a job knows of its past, as it wrote it down.
 *
 * @param records how many records it has read
 * @param until the end of the last bucket: what comes from then on it does not know, epoch
 *     milliseconds
 * @param underWay surges that were under way then
 */
public record FirstSavepoint(long records, long until, SortedSet<String> underWay) {
  private static final String LEARNING = ".learning";

  /** How a Flink has to be set that lets a past be learnt and written down. */
  public static Configuration settings() {
    Configuration settings = new Configuration();
    // What tasks count is heard of with each heartbeat, and so the end.
    settings.set(HeartbeatManagerOptions.HEARTBEAT_INTERVAL, Duration.ofMillis(500));
    // Few files: the savepoint may go to where each costs something.
    settings.set(CheckpointingOptions.FS_SMALL_FILE_THRESHOLD, MemorySize.ofMebiBytes(1));
    return settings;
  }

  /**
   * Learns from a past and writes the savepoint. Where that is ended before its time, there is
   * nothing in the savepoint's place.
   *
   * @param folder of the savepoint; nothing is there yet
   * @throws BadInput where the past tells nothing
   */
  public static FirstSavepoint write(StreamExecutionEnvironment env, Past past, Path folder)
      throws Exception {
    Path work = folder.resolveSibling(folder.getFileName() + LEARNING);
    LocalFiles.deleteFolder(work); // As a killed process may have left it.
    try {
      past.add(env);
      JobClient job = env.executeAsync("groundswell state bootstrap");
      Progress.until(job, UpToEnd.CLOSED, UpToEnd.READ);
      String raw =
          job.stopWithSavepoint(false, work.toUri().toString(), SavepointFormatType.CANONICAL)
              .get();
      Map<String, Object> counts = job.getJobExecutionResult().get().getAllAccumulatorResults();
      long closed = count(counts, UpToEnd.CLOSED);
      if (closed == RawRecord.NO_TIME) {
        throw new BadInput("there is no record in what was given that has a time");
      }
      new Rewriting(Savepoint.open(Path.of(URI.create(raw))), KeptOperators.upTo(closed), folder)
          .anew()
          .write("what was learnt", Rewriting.Progress.SILENT);
      return new FirstSavepoint(count(counts, UpToEnd.READ), closed + 1, UnderWay.in(counts));
    } finally {
      LocalFiles.deleteFolder(work);
    }
  }

  private static long count(Map<String, Object> counts, String counter) {
    return counts.get(counter) instanceof Long count ? count : 0;
  }
}
