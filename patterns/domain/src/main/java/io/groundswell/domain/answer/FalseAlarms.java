package io.groundswell.domain.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many incidents of a subject people have lately called false: each counts half after 30 days,
 * as past incidents do, and the last word on an incident is what counts.
 */
public final class FalseAlarms {
  /** What was called false longer ago says nothing any more, in milliseconds. */
  public static final long KEPT = 180L * 86_400_000;

  private static final double HALF_LIFE = 30 * 86_400_000.0;

  private FalseAlarms() {}

  /**
   * Counts those of a subject.
   *
   * @param opinions all that has been said of incidents
   * @param subject key of the subject
   * @param time what was said later does not count, epoch milliseconds
   */
  public static double count(Collection<Opinion> opinions, String subject, long time) {
    List<Opinion> own = new ArrayList<>();
    for (Opinion opinion : opinions) {
      boolean known = opinion.from() <= time && time - opinion.from() < KEPT;
      if (known && opinion.subject().equals(subject)) {
        own.add(opinion);
      }
    }
    own.sort(Comparator.comparingLong(Opinion::at).thenComparing(Opinion::isFalse));
    Map<String, Opinion> last = new TreeMap<>();
    own.forEach(opinion -> last.put(opinion.incidentId(), opinion));
    double count = 0;
    for (Opinion opinion : last.values()) {
      count += opinion.isFalse() ? Math.pow(2, (opinion.from() - time) / HALF_LIFE) : 0;
    }
    return count;
  }
}
