package io.groundswell.jobs.history.backtest;

import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.history.maintain.TableFiles;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.history.table.Warehouse;
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
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;

/** Kept posts and chatter of a warehouse in the order in which they counted, a day at a time. */
final class KeptPosts implements Ordered<KeptMention> {
  private static final long serialVersionUID = 1;
  private static final Comparator<KeptMention> ORDER =
      Comparator.comparingLong(KeptMention::moment)
          .thenComparingLong(again -> again.mention() == null ? 0 : again.mention().identity());

  private final Place place;
  private final Period period;
  private final long width;

  /**
   * The posts of a period.
   *
   * @param width width of a bucket, milliseconds
   */
  KeptPosts(Place place, Period period, long width) {
    this.place = place;
    this.period = period;
    this.width = width;
  }

  /** How many there are; chatter is one as well. */
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
          new TableFiles(warehouse, HistoryTable.POSTS),
          new TableFiles(warehouse, HistoryTable.CHATTER),
          period,
          width);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads one day after the other. */
  private static final class Days implements Iterator<KeptMention> {
    private final TableFiles posts;
    private final TableFiles chatter;
    private final Map<Integer, List<DataFile>> postsByDay;
    private final Map<Integer, List<DataFile>> chatterByDay;
    private final Iterator<Integer> days;
    private final long width;
    private Iterator<KeptMention> day = List.<KeptMention>of().iterator();
    private long last = Long.MIN_VALUE;
    private boolean ended;

    Days(TableFiles posts, TableFiles chatter, Period period, long width) throws IOException {
      this.posts = posts;
      this.chatter = chatter;
      this.width = width;
      postsByDay = posts.byDay();
      chatterByDay = chatter.byDay();
      TreeSet<Integer> all = new TreeSet<>(postsByDay.keySet());
      all.addAll(chatterByDay.keySet());
      all.removeIf(day -> !period.holds(day));
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
        long end =
            last == Long.MIN_VALUE ? last : Buckets.lastMoment(Buckets.start(last, width), width);
        return KeptMention.end(end);
      }
      KeptMention mention = day.next();
      last = mention.moment();
      return mention;
    }

    private List<KeptMention> read(int number) {
      List<KeptMention> mentions = new ArrayList<>();
      read(posts, postsByDay.getOrDefault(number, List.of()), KeptRows::post, mentions);
      read(chatter, chatterByDay.getOrDefault(number, List.of()), KeptRows::chatter, mentions);
      mentions.sort(ORDER);
      return mentions;
    }

    private static void read(
        TableFiles table,
        List<DataFile> files,
        Function<Record, KeptMention> mention,
        List<KeptMention> into) {
      for (DataFile file : files) {
        try (CloseableIterable<Record> rows = table.read(file)) {
          rows.forEach(row -> into.add(mention.apply(row)));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
