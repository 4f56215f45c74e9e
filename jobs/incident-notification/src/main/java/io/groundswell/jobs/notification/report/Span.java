package io.groundswell.jobs.notification.report;

import java.util.OptionalDouble;

/**
 * A period beside others, to see what drifts.
 *
 * @param period which
 * @param days on how many of its days posts were read
 * @param counted what they were
 * @param real incidents of it that people call real
 * @param falseOnes incidents of it that people call false
 */
public record Span(Period period, int days, Counted counted, int real, int falseOnes) {

  /** Posts on a day on which any were read; none where there was no such day. */
  public OptionalDouble postsPerDay() {
    return Counted.share(counted.posts(), days);
  }

  /** Of incidents judged real or false, the share of false ones; none where there are none. */
  public OptionalDouble falseShare() {
    return Counted.share(falseOnes, (long) real + falseOnes);
  }

  /** Both together, called by this period. */
  Span plus(Span other) {
    return new Span(
        period,
        days + other.days,
        counted.plus(other.counted),
        real + other.real,
        falseOnes + other.falseOnes);
  }
}
