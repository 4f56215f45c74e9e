package io.groundswell.jobs.surge.connector.kafka;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Keeps the clock in a thread of its own: whatever hangs there, nobody who wants a tick or an end
 * waits for longer than has been said. After a tick that went wrong, the next one opens the clock
 * anew; after the end there is none.
 */
final class Ticker implements AutoCloseable {
  private final KafkaInput input;
  private final Duration patience;
  private final ExecutorService hand = Executors.newSingleThreadExecutor(Ticker::thread);
  private volatile Future<Set<String>> last = CompletableFuture.completedFuture(Set.of());

  /** Touched by the hand alone, which also closes it. */
  private Clock clock;

  /**
   * A clock that is opened by the first tick.
   *
   * @param patience for one tick; the end is waited for two thirds of it at most
   */
  Ticker(KafkaInput input, Duration patience) {
    this.input = input;
    this.patience = patience;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "groundswell-clock");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Ticks once, and gives the partitions that the tick names.
   *
   * @throws TimeoutException where patience has ended; the tick is then cut short
   */
  Set<String> tick() throws Exception {
    last = hand.submit(this::write);
    try {
      return last.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      last.cancel(true);
      drop();
      throw new TimeoutException("a tick has hung for %s".formatted(patience));
    } catch (ExecutionException e) {
      drop();
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private Set<String> write() {
    if (clock == null) {
      clock = new Clock(input, input.wallClock());
    }
    clock.tick();
    return clock.partitions();
  }

  private void drop() {
    // What goes wrong with the end of a clock that is not used again does not matter.
    var unused =
        hand.submit(
            () -> {
              Clock dropped = clock;
              clock = null;
              if (dropped != null) {
                dropped.close();
              }
            });
  }

  @Override
  public void close() {
    drop();
    hand.shutdown();
    long third = patience.dividedBy(3).toMillis();
    try {
      if (!hand.awaitTermination(third, TimeUnit.MILLISECONDS)) {
        last.cancel(true);
        // A tick that hangs on holds up nobody: the next clock fences it off.
        var unused = hand.awaitTermination(third, TimeUnit.MILLISECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
