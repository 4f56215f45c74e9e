package io.groundswell.domain.change;

import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * How often a product is changed, by sort and by hour of the day. Mutable and flat, since it is
 * operator state.
 */
public final class Tempo {
  static final int HALF_LIFE_DAYS = 28;

  /** Sorts that are told apart; of more, the commonest. The others may be of any sort. */
  private static final int MOST_SORTS = 64;

  private static final double HALF_LIFE = (double) HALF_LIFE_DAYS * Buckets.DAY;
  private static final int HOURS = 24;

  /** A day is thought to have passed with one change of any sort before anything was seen. */
  private static final double BEFORE_DAYS = 1;

  /** So many changes an hour of the day is thought to have had before anything was seen. */
  private static final double BEFORE_AN_HOUR = 2;

  /** Changes of sorts that are no longer told apart, each counting half as in {@link Frequency}. */
  public double rest;

  /** Sorts of changes. */
  public List<Frequency> frequencies = new ArrayList<>();

  /**
   * Changes by hour of the day in UTC, each counting half after as long as in {@link Frequency}.
   */
  public List<Double> hours = new ArrayList<>(Collections.nCopies(HOURS, 0.0));

  /** When the last change was made, epoch milliseconds. */
  public long asOf;

  /** Learns of a change; one that is older than the last counts as if it were as late. */
  public void add(Change change) {
    fade(change.at());
    for (int i = 0; i <= frequencies.size(); i++) {
      if (i == frequencies.size()) {
        frequencies.add(new Frequency(change.kind(), change.component(), change.regions(), 1));
        break;
      }
      if (frequencies.get(i).isOf(change)) {
        frequencies.set(i, frequencies.get(i).plusOne());
        break;
      }
    }
    if (frequencies.size() > MOST_SORTS) {
      Frequency rarest = Collections.min(frequencies, Comparator.comparingDouble(Frequency::count));
      rest += rarest.count();
      frequencies.remove(rarest);
    }
    int hour = hour(change.at());
    hours.set(hour, hours.get(hour) + 1);
  }

  private void fade(long moment) {
    if (moment > asOf) {
      double factor = StrictMath.pow(.5, (moment - asOf) / HALF_LIFE);
      frequencies.replaceAll(one -> one.times(factor));
      rest *= factor;
      hours.replaceAll(count -> factor * count);
      asOf = moment;
    }
  }

  /**
   * Changes a minute.
   *
   * @param which sorts
   * @param since when changes began to be seen, epoch milliseconds
   * @param at at which hour of the day, epoch milliseconds, not before {@code since}
   * @param known how many of them are not to be counted
   */
  double perMinute(Predicate<Frequency> which, long since, long at, long known) {
    double count = 1 + rest - known;
    for (Frequency one : frequencies) {
      count += which.test(one) ? one.count() : 0;
    }
    double seen = Math.max(0, Math.max(at, asOf) - since);
    double days = HALF_LIFE_DAYS / StrictMath.log(2) * (1 - StrictMath.pow(.5, seen / HALF_LIFE));
    return Math.max(1, count) / (days + BEFORE_DAYS) / (Buckets.DAY / 60_000.0) * ofHour(at);
  }

  /** How many times as many changes an hour of the day has as the average one. */
  private double ofHour(long at) {
    int hour = hour(at);
    double near = 0;
    for (int i = HOURS - 1; i <= HOURS + 1; i++) {
      near += hours.get((hour + i) % HOURS) / 3;
    }
    double all = hours.stream().mapToDouble(Double::doubleValue).sum();
    return (near + BEFORE_AN_HOUR) / (all / HOURS + BEFORE_AN_HOUR);
  }

  private static int hour(long at) {
    return Math.floorMod(Math.floorDiv(at, Buckets.HOUR), HOURS);
  }
}
