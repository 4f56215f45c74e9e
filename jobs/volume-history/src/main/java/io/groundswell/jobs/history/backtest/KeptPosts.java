package io.groundswell.jobs.history.backtest;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.connector.Ordered;
import io.groundswell.jobs.surge.replay.KeptMention;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/**
 * Everything of a warehouse that moved the job, in the order in which it counted, a day at a time.
 */
final class KeptPosts implements Ordered<KeptMention> {
  private static final long serialVersionUID = 1;
  private static final Comparator<KeptMention> ORDER =
      Comparator.comparingLong(KeptMention::moment).thenComparingLong(KeptPosts::identity);

  private final Place place;
  private final Period period;
  private final Set<Input> without;
  private final long width;
  private final long from;
  private final long end;

  /**
   * The posts of a period and what was kept beside them.
   *
   * @param without inputs that are read elsewhere
   * @param width width of a bucket, milliseconds
   * @param from what counted before it is left out, epoch milliseconds
   * @param end the last moment that is over, epoch milliseconds; {@link Long#MAX_VALUE} where that
   *     is the end of the last bucket that has something
   */
  KeptPosts(Place place, Period period, Set<Input> without, long width, long from, long end) {
    this.place = place;
    this.period = period;
    this.without = without;
    this.width = width;
    this.from = from;
    this.end = end;
  }

  private static long identity(KeptMention kept) {
    return kept.mention() == null ? 0 : kept.mention().identity();
  }

  /** How many posts there are; chatter is one as well. */
  static long count(Warehouse warehouse, Period period) throws IOException {
    long count = 0;
    for (HistoryTable table : List.of(HistoryTable.POSTS, HistoryTable.CHATTER)) {
      for (Map.Entry<Integer, List<DataFile>> day :
          new TableFiles(warehouse, table).byDay().entrySet()) {
        if (period.holds(day.getKey())) {
          count += day.getValue().stream().mapToLong(DataFile::recordCount).sum();
        }
      }
    }
    return count;
  }

  @Override
  public Iterator<KeptMention> open() {
    try (Warehouse warehouse = Warehouse.open(place)) {
      return new Days(
          List.of(
              new Part(warehouse, HistoryTable.POSTS, KeptRows::post),
              new Part(warehouse, HistoryTable.CHATTER, KeptRows::chatter),
              new Part(warehouse, HistoryTable.INPUTS, KeptRows::input)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isWanted(KeptMention kept) {
    KeptInput input = kept.input();
    return kept.moment() >= from
        && kept.moment() <= end
        && (input == null || without.stream().noneMatch(one -> one.label().equals(input.input())));
  }

  /** A table's files, and what its rows are. */
  private static final class Part {
    private final TableFiles files;
    private final SortedMap<Integer, List<DataFile>> days;
    private final Function<Record, KeptMention> row;

    Part(Warehouse warehouse, HistoryTable table, Function<Record, KeptMention> row)
        throws IOException {
      this.files = new TableFiles(warehouse, table);
      this.days = files.byDay();
      this.row = row;
    }

    void read(int day, List<KeptMention> into) {
      for (DataFile file : days.getOrDefault(day, List.of())) {
        try (CloseableIterable<Record> rows = files.read(file)) {
          rows.forEach(one -> into.add(row.apply(one)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Reads one day after the other. */
  private final class Days implements Iterator<KeptMention> {
    private final List<Part> parts;
    private final Iterator<Integer> days;
    private Iterator<KeptMention> day = List.<KeptMention>of().iterator();
    private long last = Long.MIN_VALUE;
    private boolean ended;

    Days(List<Part> parts) {
      this.parts = parts;
      TreeSet<Integer> all = new TreeSet<>();
      parts.forEach(part -> all.addAll(part.days.keySet()));
      all.removeIf(one -> !period.holds(one));
      days = all.iterator();
    }

    @Override
    public boolean hasNext() {
      while (!day.hasNext() && days.hasNext()) {
        day = read(days.next()).iterator();
      }
      return day.hasNext() || !ended;
    }

    @Override
    public KeptMention next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      if (!day.hasNext()) {
        ended = true;
        return KeptMention.end(end());
      }
      KeptMention kept = day.next();
      last = kept.moment();
      return kept;
    }

    private long end() {
      if (end < Long.MAX_VALUE || last == Long.MIN_VALUE) {
        return Math.min(end, period.until() - 1);
      }
      return Buckets.lastMoment(Buckets.start(last, width), width);
    }

    private List<KeptMention> read(int number) {
      List<KeptMention> kept = new ArrayList<>();
      parts.forEach(part -> part.read(number, kept));
      kept.removeIf(one -> !isWanted(one));
      kept.sort(ORDER);
      return kept;
    }
  }
}
