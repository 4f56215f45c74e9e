package io.groundswell.jobs.history.query;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Ends a statement that takes too long. */
final class Deadline implements AutoCloseable {
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "deadline");
            thread.setDaemon(true);
            return thread;
          });
  private final ScheduledFuture<?> ending;
  private final Statement statement;
  private final Duration timeout;
  private volatile boolean passed;

  Deadline(Statement statement, Duration timeout) {
    this.statement = statement;
    this.timeout = timeout;
    ending =
        clock.scheduleWithFixedDelay(this::end, timeout.toMillis(), 100, TimeUnit.MILLISECONDS);
  }

  private void end() {
    passed = true;
    try {
      statement.cancel();
    } catch (SQLException notYet) {
      // It may not have begun; the next attempt follows.
    }
  }

  boolean passed() {
    return passed;
  }

  HistoryFailure failure() {
    return new HistoryFailure(
        "given up after %d seconds; ask for fewer days or one subject, or allow more with --timeout"
            .formatted(timeout.toSeconds()));
  }

  @Override
  public void close() {
    ending.cancel(false);
    clock.shutdownNow();
  }
}
