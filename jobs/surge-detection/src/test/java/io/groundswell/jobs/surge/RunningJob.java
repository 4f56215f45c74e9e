package io.groundswell.jobs.surge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.client.JobCancellationException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A streaming job in this process. Closing it cancels it and waits until its last task is gone: the
 * broker has to be there until then, since a sink aborts its transaction, and waits a minute for a
 * broker that is not. As long, no other job with transactions of the same name runs in this
 * process. A job that has failed before says why.
 *
 * @param client Flink's handle of it
 * @param end when it ends, and how
 */
public record RunningJob(JobClient client, CompletableFuture<?> end) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Starts a job. */
  public static RunningJob start(StreamExecutionEnvironment env, String name) throws Exception {
    JobClient client = env.executeAsync(name);
    return new RunningJob(client, client.getJobExecutionResult());
  }

  @Override
  public void close() {
    if (!end.isDone()) {
      client.cancel().join();
    }
    assertThat(end)
        .failsWithin(PATIENCE)
        .withThrowableOfType(ExecutionException.class)
        .havingRootCause()
        .isInstanceOf(JobCancellationException.class);
  }
}
