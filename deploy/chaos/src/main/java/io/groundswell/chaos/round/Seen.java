package io.groundswell.chaos.round;

import io.groundswell.chaos.fault.Fault;
import io.groundswell.chaos.fault.Struck;
import java.time.Duration;
import java.time.Instant;

/**
 * What was seen in a round.
 *
 * @param round its number, from 1
 * @param fault what went wrong
 * @param struck the same, with what chance has chosen
 * @param at when
 * @param outage until everything ran again, since it began; zero where everything ran throughout
 * @param lag how far the job was behind the clock before it
 * @param mostLag the most that it was seen behind
 * @param back how long it took, since everything ran and the fault was mended, until it was no
 *     further behind than before; negative where it never was
 */
record Seen(
    int round,
    Fault fault,
    Struck struck,
    Instant at,
    Duration outage,
    Duration lag,
    Duration mostLag,
    Duration back) {

  /**
   * It has three times as long to catch up as it was disturbed, and this long at least: whatever
   * died, Flink's metrics stand still until it is noticed, and its heartbeats last 8 s.
   */
  private static final Duration LEAST = Duration.ofSeconds(12);

  /** How long it was disturbed: while it was down, or the fault lasted. */
  private Duration disturbed() {
    return outage.compareTo(struck.held()) > 0 ? outage : struck.held();
  }

  /** Whether it was back within three times the disturbance. */
  boolean backInTime() {
    Duration allowed = disturbed().multipliedBy(3);
    return !back.isNegative()
        && back.compareTo(allowed.compareTo(LEAST) > 0 ? allowed : LEAST) <= 0;
  }
}
