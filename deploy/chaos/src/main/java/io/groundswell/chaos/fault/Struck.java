package io.groundswell.chaos.fault;

import java.time.Duration;

/**
 * A fault that has begun.
 *
 * @param what in words, with the figures that chance has chosen
 * @param held how long it lasts until it is mended
 * @param healing mends it
 */
public record Struck(String what, Duration held, Healing healing) {

  /** What mends a fault. */
  public interface Healing {
    /** Mends it. */
    void heal() throws Exception;
  }

  /** A fault that is over at once, such as a death. */
  static Struck atOnce(String what) {
    return new Struck(what, Duration.ZERO, () -> {});
  }
}
