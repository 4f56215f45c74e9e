package io.groundswell.domain.answer;

import io.groundswell.domain.catalogue.Subject;
import java.time.Duration;
import java.util.Comparator;

/**
 * Pages about a subject are held back for a while; detection goes on.
 *
 * @param id a later mute of the same id replaces it
 * @param subject key of the subject, or {@value #EVERYTHING}
 * @param from when it begins, epoch milliseconds
 * @param until when it ends, epoch milliseconds: every mute does
 * @param because why, for whoever wonders
 * @param by who wanted it
 * @param factor a surge of this many times the expected people pages anyway, 1 to 1,000; five are
 *     expected at least
 * @param at when it was said, epoch milliseconds
 */
public record Mute(
    String id,
    String subject,
    long from,
    long until,
    String because,
    String by,
    double factor,
    long at) {
  /** The subject of a mute of everything. */
  public static final String EVERYTHING = "*";

  /** What has to be silent for longer is no exception any more. */
  public static final Duration LONGEST = Duration.ofDays(30);

  /** A surge of this many times the expected people pages anyway, if nobody says otherwise. */
  public static final double FACTOR = 10;

  /**
   * So many people are reckoned with at least: where hardly anybody complains, ten people are sixty
   * times as many as expected, and that is what the work that is muted for does.
   */
  private static final double FEWEST_EXPECTED = 5;

  /** A mute of less would hold back nothing. */
  public static final double LEAST_FACTOR = 1;

  /** One of more would hold back everything. */
  public static final double MOST_FACTOR = 1000;

  /**
   * The one order in which mutes of an id replace each other. Of two that were said at once the one
   * that ends first is the later: it ends the other early.
   */
  public static final Comparator<Mute> IN_ORDER =
      Comparator.comparingLong(Mute::at)
          .thenComparing(Comparator.comparingLong(Mute::until).reversed())
          .thenComparing(Mute::id)
          .thenComparingLong(Mute::from)
          .thenComparing(Mute::subject)
          .thenComparingDouble(Mute::factor)
          .thenComparing(Mute::because)
          .thenComparing(Mute::by);

  /** Whether it holds at a moment. */
  public boolean isOn(long time) {
    return from <= time && time < until;
  }

  /**
   * Whether it is about a subject: a product's mute is about its components, regions and terms as
   * well, any other about its own subject alone.
   */
  public boolean covers(Subject other) {
    if (subject.equals(EVERYTHING)) {
      return true;
    }
    Subject own = Subject.parse(subject);
    boolean whole = own.equals(new Subject(own.product(), null, null, null));
    return own.equals(other)
        || (whole && own.product() != null && own.product().equals(other.product()));
  }

  /** Whether so many people are too many to be silent about. */
  boolean isPassed(double observed, double expected) {
    return observed >= factor * Math.max(expected, FEWEST_EXPECTED);
  }
}
