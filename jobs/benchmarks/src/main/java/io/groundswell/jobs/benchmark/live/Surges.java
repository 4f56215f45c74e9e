package io.groundswell.jobs.benchmark.live;

import io.groundswell.jobs.benchmark.feed.Invented;

/** Every minute another product fails, for ten seconds. */
final class Surges implements LiveLoad.Slice {
  private static final int EVERY = 60;
  private static final int FOR = 10;

  /** The job listens first. */
  private static final int QUIET = 40;

  /** Complaints a second. */
  private static final int STRENGTH = 40;

  private final LiveLoad load;
  private final long begin;
  private long done;

  Surges(LiveLoad load, long begin) {
    this.load = load;
    this.begin = begin;
  }

  @Override
  public void at(long now) {
    for (long second = (now - begin) / 1_000; done < second; done++) {
      if (done >= QUIET && (done - QUIET) % EVERY < FOR) {
        int product = (int) ((done - QUIET) / EVERY % Invented.products());
        for (int i = 0; i < STRENGTH; i++) {
          load.complain(product, now);
        }
      }
    }
  }
}
