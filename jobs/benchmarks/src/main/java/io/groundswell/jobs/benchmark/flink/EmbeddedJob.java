package io.groundswell.jobs.benchmark.flink;

import io.groundswell.jobs.surge.cli.FlinkOptions;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;

/** A job that runs in this process, on as many cores as there are. */
public final class EmbeddedJob implements AutoCloseable {
  private static final long GLANCE_NANOS = 10_000_000;

  private final JobClient client;
  private final CompletableFuture<JobExecutionResult> end;
  private final int operators;

  private EmbeddedJob(JobClient client, int operators) {
    this.client = client;
    this.end = client.getJobExecutionResult();
    this.operators = operators;
  }

  /**
   * Starts a job.
   *
   * @param settings checkpoints and state
   * @param topology adds the job to the environment
   */
  public static EmbeddedJob start(
      Configuration settings, Consumer<StreamExecutionEnvironment> topology) throws Exception {
    Configuration configuration = FlinkOptions.bounded();
    configuration.addAll(settings);
    configuration.setString("metrics.reporters", "operators");
    configuration.setString(
        "metrics.reporter.operators.factory.class", Operators.Factory.class.getName());
    int cores = Runtime.getRuntime().availableProcessors();
    StreamExecutionEnvironment env = FlinkOptions.local(cores, configuration);
    topology.accept(env);
    StreamGraph graph = env.getStreamGraph();
    int operators =
        graph.getStreamNodes().stream()
            .filter(node -> !graph.getSourceIDs().contains(node.getId()))
            .mapToInt(StreamNode::getParallelism)
            .sum();
    return new EmbeddedJob(env.executeAsync(graph), operators);
  }

  /** Waits until every operator has seen a watermark, and so has handled all before it. */
  public void awaitWatermark(long watermark, Duration patience) throws Exception {
    await(() -> watermark() >= watermark, patience);
  }

  /** What every operator has seen; {@link Long#MIN_VALUE} before all of them run. */
  public long watermark() {
    return Operators.watermark(client.getJobID(), operators);
  }

  /** Waits until an operator has read so many records. */
  public void awaitRead(String operator, long records, Duration patience) throws Exception {
    await(() -> read(operator) >= records, patience);
  }

  /** Waits until something has come about, as long as the job runs. */
  public void await(BooleanSupplier reached, Duration patience) throws Exception {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!reached.getAsBoolean()) {
      if (end.isDone()) {
        end.get();
        throw new IllegalStateException("the job has ended before its time");
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("the job is not done after " + patience);
      }
      LockSupport.parkNanos(GLANCE_NANOS);
    }
  }

  /** Records that an operator has read. */
  public long read(String operator) {
    return Operators.count(client.getJobID(), operator, "numRecordsIn");
  }

  /** Stops the job with a savepoint, so that everything it wrote is committed. */
  public void stop(String folder) throws Exception {
    client.stopWithSavepoint(false, folder, SavepointFormatType.NATIVE).get();
    end.get();
  }

  /** Cancels the job; its checkpoints stay where that is configured. */
  @Override
  public void close() {
    try {
      if (!end.isDone()) {
        client.cancel().get();
      }
      end.get();
    } catch (ExecutionException | CancellationException cancelled) {
      // As was asked for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
