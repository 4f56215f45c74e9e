package io.groundswell.jobs.surge.connector;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceSplit;

/** The one split of an {@link OrderedSource}: its items, and how many have been read. */
final class OrderedSplit<T>
    implements IteratorSourceSplit<T, OrderedSplit.Counting<T>>, Serializable {
  private static final long serialVersionUID = 1;

  private final Ordered<T> items;
  private final long read;

  OrderedSplit(Ordered<T> items, long read) {
    this.items = items;
    this.read = read;
  }

  @Override
  public String splitId() {
    return "all";
  }

  @Override
  public Counting<T> getIterator() {
    Counting<T> iterator = new Counting<>(items.open());
    while (iterator.read < read) {
      iterator.next();
    }
    return iterator;
  }

  @Override
  public OrderedSplit<T> getUpdatedSplitForIterator(Counting<T> iterator) {
    return new OrderedSplit<>(items, iterator.read);
  }

  /** Counts what has been read, so that a restored reader can go on from there. */
  static final class Counting<T> implements Iterator<T> {
    private final Iterator<T> items;
    private long read;

    private Counting(Iterator<T> items) {
      this.items = items;
    }

    @Override
    public boolean hasNext() {
      return items.hasNext();
    }

    @Override
    public T next() {
      T item = items.next();
      read++;
      return item;
    }
  }
}
