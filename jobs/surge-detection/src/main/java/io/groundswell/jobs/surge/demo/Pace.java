package io.groundswell.jobs.surge.demo;

import java.util.function.LongSupplier;

/** How fast simulated time passes while there is something to watch. */
public final class Pace {
  private final LongSupplier millis;
  private final long frame;
  private long due;

  /**
   * A pace.
   *
   * @param millis a clock that only goes forward, in milliseconds
   * @param frame milliseconds that a simulated minute takes; 0 for as fast as possible
   */
  public Pace(LongSupplier millis, long frame) {
    this.millis = millis;
    this.frame = frame;
  }

  /** What the clock shows. */
  long now() {
    return millis.getAsLong();
  }

  /**
   * When the frame that begins now is over.
   *
   * @param share of a frame; 0 where there is nothing to watch
   */
  long nextFrame(double share) {
    due = Math.max(due, now()) + (long) (frame * share);
    return due;
  }
}
