package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.ledger.Ledger;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Says on a terminal how far something is, such as a bounded job. */
public final class Progress {
  /** Set by the launcher where standard error is a terminal. */
  static final String TERMINAL = "groundswell.terminal";

  private static final int LOOK_MILLIS = 200;

  private Progress() {}

  static JobExecutionResult run(StreamExecutionEnvironment env, String name) throws Exception {
    return run(env, name, Progress::read);
  }

  /**
   * Runs a bounded job of which it is known how much there is to do.
   *
   * @param part what is being done, for people
   * @param counter accumulator of what is done
   * @param all how much that is at the end
   */
  public static JobExecutionResult run(
      StreamExecutionEnvironment env, String name, String part, String counter, long all)
      throws Exception {
    long begin = System.nanoTime();
    return run(
        env,
        name,
        counts -> {
          long done = counts.get(counter) instanceof Long count ? count : 0;
          long left = done == 0 ? 0 : (System.nanoTime() - begin) / done * (all - done);
          return String.format(
              Locale.ROOT,
              "%s: %d %% of %,d posts, %s left …",
              part,
              100 * done / Math.max(1, all),
              all,
              done == 0 ? "?" : left / 1_000_000_000 + " s");
        });
  }

  /**
   * Waits until a job that goes on by itself has counted something.
   *
   * @param awaited accumulator of what is waited for
   * @param counter accumulator of the records that it has read
   */
  public static void until(JobClient client, String awaited, String counter) throws Exception {
    CompletableFuture<JobExecutionResult> end = client.getJobExecutionResult();
    boolean terminal = Boolean.getBoolean(TERMINAL);
    while (!end.isDone()) {
      Map<String, Object> counts = counts(client);
      if (counts.containsKey(awaited)) {
        break;
      }
      say(
          terminal,
          counts.get(counter) instanceof Long read
              ? String.format(Locale.ROOT, "\r\033[K%,d records read …", read)
              : "\r\033[Ksorting records by time …");
      Thread.sleep(LOOK_MILLIS);
    }
    clear();
    if (end.isDone()) {
      end.get(); // It says why.
    }
  }

  private static Map<String, Object> counts(JobClient client) throws InterruptedException {
    try {
      return client.getAccumulators().get(1, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException | IllegalStateException e) {
      return Map.of(); // It is only just starting, or has ended since.
    }
  }

  private static JobExecutionResult run(
      StreamExecutionEnvironment env, String name, Function<Map<String, Object>, String> told)
      throws Exception {
    JobClient client = env.executeAsync(name);
    CompletableFuture<JobExecutionResult> result = client.getJobExecutionResult();
    boolean terminal = Boolean.getBoolean(TERMINAL);
    while (true) {
      try {
        JobExecutionResult done = result.get(1, TimeUnit.SECONDS);
        say(terminal, "\r\033[K");
        return done;
      } catch (TimeoutException e) {
        say(terminal, "\r\033[K" + read(client, told));
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

  private static String read(Map<String, Object> counts) {
    return counts.get(Ledger.READ) instanceof Long read
        ? String.format(Locale.ROOT, "%,d posts read …", read)
        : "sorting posts by time …";
  }

  private static String read(JobClient client, Function<Map<String, Object>, String> told)
      throws InterruptedException {
    try {
      return told.apply(client.getAccumulators().get(1, TimeUnit.SECONDS));
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
