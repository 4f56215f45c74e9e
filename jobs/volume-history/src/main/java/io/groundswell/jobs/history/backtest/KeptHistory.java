package io.groundswell.jobs.history.backtest;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.Ordered;
import io.groundswell.jobs.surge.replay.KeptMention;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.iceberg.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * The part of a warehouse's posts that rules are tried on.
 *
 * @param place where the warehouse is
 * @param period the days that are asked about, as far as posts are kept
 * @param read the days that are gone through
 * @param count how many posts and how much chatter there is
 * @param inputs what is kept beside them
 * @param start what the job knew when it begins; null where it begins knowing nothing
 */
public record KeptHistory(
    Place place,
    Period period,
    Period read,
    long count,
    KeptInputs inputs,
    @Nullable Snapshot start) {

  /**
   * All posts that are kept, or those of some days.
   *
   * @param snapshots what the job knew at some moments, the oldest first
   * @param from the first day, or null for the first that is kept
   * @param to the last day, or null for the last that is kept
   * @throws BadInput where none are kept of those days
   */
  public static KeptHistory of(
      Place place, List<Snapshot> snapshots, @Nullable LocalDate from, @Nullable LocalDate to)
      throws IOException {
    try (Warehouse warehouse = Warehouse.open(place)) {
      warehouse.prepare();
      var days = new TableFiles(warehouse, HistoryTable.POSTS).byDay();
      if (days.isEmpty()) {
        throw new BadInput(
            "the warehouse holds no posts; 'detect --keep-posts' writes them, 'history' keeps them");
      }
      LocalDate first = LocalDate.ofEpochDay(days.firstKey());
      LocalDate last = LocalDate.ofEpochDay(days.lastKey());
      Period period =
          new Period(
              from == null || from.isBefore(first) ? first : from,
              to == null || to.isAfter(last) ? last : to);
      Snapshot start = start(snapshots, first, period);
      Period read = start == null ? period : period.with(start.from());
      long count = KeptPosts.count(warehouse, read);
      if (count == 0) {
        throw new BadInput(
            "no posts are kept from %s to %s; there are some from %s to %s"
                .formatted(period.first(), period.last(), first, last));
      }
      Period told = start == null || start.from() < period.from() ? period : read;
      return new KeptHistory(place, told, read, count, KeptInputs.of(warehouse, read), start);
    }
  }

  /**
   * The newest snapshot before the period if posts are kept from there on, else the oldest in it.
   */
  private static @Nullable Snapshot start(
      List<Snapshot> snapshots, LocalDate firstKept, Period period) {
    long kept = firstKept.toEpochDay() * Period.DAY;
    Snapshot start = null;
    for (Snapshot one : snapshots) {
      boolean whole = one.from() >= kept && one.from() < period.until();
      if (whole && (start == null || one.from() <= period.from())) {
        start = one;
      }
    }
    return start;
  }

  /** From when on incidents are looked at, epoch milliseconds. */
  public long from() {
    return start == null ? period.from() : Math.max(period.from(), start.from());
  }

  /** For how many weeks. */
  public double weeks() {
    return (period.until() - from()) / (7.0 * Period.DAY);
  }

  /**
   * How many of the posts were counted by other rules than these, when they were kept.
   *
   * @param versions content hashes of a catalogue, a policy and weights
   */
  public long countedOtherwise(Versions versions) throws IOException {
    try (Warehouse warehouse = Warehouse.open(place)) {
      TableFiles posts = new TableFiles(warehouse, HistoryTable.POSTS);
      long others = 0;
      for (Map.Entry<Integer, List<DataFile>> day : posts.byDay().entrySet()) {
        if (read.holds(day.getKey())) {
          for (DataFile file : day.getValue()) {
            others += versions.countOthers(posts, file);
          }
        }
      }
      return others;
    }
  }

  /** How many things there are to go through. */
  public long items() {
    return count + inputs.rows();
  }

  /**
   * All of it in the order in which it counted.
   *
   * @param without inputs that are read elsewhere
   * @param width width of a bucket, milliseconds
   * @param lateness a bucket closes so long after its end, milliseconds
   */
  public Ordered<KeptMention> items(Set<Input> without, long width, long lateness) {
    long begins = start == null ? Long.MIN_VALUE : start.from();
    return new KeptPosts(place, read, without, width, begins, end(width, lateness));
  }

  /**
   * The last moment of the last bucket that had closed when the history ends, epoch milliseconds;
   * {@link Long#MAX_VALUE} where no clock was kept.
   */
  public long end(long width, long lateness) {
    OptionalLong clock = inputs.clock();
    return clock.isEmpty()
        ? Long.MAX_VALUE
        : Buckets.start(Math.min(clock.getAsLong() - lateness, period.until()), width) - 1;
  }
}
