package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.ledger.Ledger;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Says on a terminal how far something is, such as a bounded job. */
final class Progress {
  /** Set by the launcher where standard error is a terminal. */
  static final String TERMINAL = "groundswell.terminal";

  private Progress() {}

  static JobExecutionResult run(StreamExecutionEnvironment env, String name) throws Exception {
    JobClient client = env.executeAsync(name);
    CompletableFuture<JobExecutionResult> result = client.getJobExecutionResult();
    boolean terminal = Boolean.getBoolean(TERMINAL);
    while (true) {
      try {
        JobExecutionResult done = result.get(1, TimeUnit.SECONDS);
        say(terminal, "\r\033[K");
        return done;
      } catch (TimeoutException e) {
        say(terminal, "\r\033[K" + read(client));
      } catch (ExecutionException e) {
        say(terminal, "\r\033[K");
        throw e;
      }
    }
  }

  /** Says how far a part of something is. */
  static void step(String part, int done, int all) {
    say(Boolean.getBoolean(TERMINAL), "\r\033[K" + part + " " + done + " of " + all + " …");
  }

  /** Takes away what was said. */
  static void clear() {
    say(Boolean.getBoolean(TERMINAL), "\r\033[K");
  }

  private static String read(JobClient client) throws InterruptedException {
    try {
      Map<String, Object> counts = client.getAccumulators().get(1, TimeUnit.SECONDS);
      return counts.get(Ledger.READ) instanceof Long read
          ? String.format(Locale.ROOT, "%,d posts read …", read)
          : "sorting posts by time …";
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      // The last: the job has ended since it was asked for, and Flink with it; its result is next.
      return "working …";
    }
  }

  private static void say(boolean terminal, String text) {
    if (terminal) {
      System.err.print(text);
      System.err.flush();
    }
  }
}
