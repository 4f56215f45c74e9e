package io.groundswell.jobs.history.maintain;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.io.CloseableIterable;
import org.apache.iceberg.io.CloseableIterator;

/** The rows of several sorted files as one sorted run; of each file few rows are in memory. */
final class Merging implements Iterator<Record>, Closeable {
  private final PriorityQueue<Run> runs;
  private final List<Closeable> open = new ArrayList<>();

  private record Run(Record head, Iterator<Record> rest, int number) {}

  Merging(List<CloseableIterable<Record>> files, Comparator<Record> order) {
    runs = new PriorityQueue<>(Comparator.comparing(Run::head, order).thenComparing(Run::number));
    for (CloseableIterable<Record> file : files) {
      CloseableIterator<Record> rows = file.iterator();
      open.add(rows);
      open.add(file);
      add(rows, open.size());
    }
  }

  private void add(Iterator<Record> rows, int number) {
    if (rows.hasNext()) {
      runs.add(new Run(rows.next(), rows, number));
    }
  }

  @Override
  public boolean hasNext() {
    return !runs.isEmpty();
  }

  @Override
  public Record next() {
    Run first = runs.remove();
    add(first.rest(), first.number());
    return first.head();
  }

  @Override
  public void close() throws IOException {
    for (Closeable one : open) {
      one.close();
    }
  }
}
