package io.groundswell.feeds;

import java.time.Duration;
import java.time.Instant;

/** Tells the time and lets it pass. */
public interface Timekeeper {
  /** The machine's own. */
  Timekeeper SYSTEM =
      new Timekeeper() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public void sleep(Duration time) throws InterruptedException {
          Thread.sleep(time.toMillis());
        }
      };

  /** What time it is. */
  Instant now();

  /** Comes back after a time. */
  void sleep(Duration time) throws InterruptedException;
}
