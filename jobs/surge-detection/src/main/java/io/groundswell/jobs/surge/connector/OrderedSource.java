package io.groundswell.jobs.surge.connector;

import java.util.Collection;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceEnumerator;
import org.apache.flink.api.connector.source.lib.util.IteratorSourceReader;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * A Flink source over {@link Ordered} items: one split, so that their order holds. Bounded, unless
 * it stays at their end, so that the job can be asked there what it knows.
 */
public final class OrderedSource<T>
    implements Source<T, OrderedSplit<T>, Collection<OrderedSplit<T>>> {
  private static final long serialVersionUID = 1;

  private final Ordered<T> items;
  private final boolean stays;

  /** Reads the given items. */
  public OrderedSource(Ordered<T> items) {
    this(items, false);
  }

  private OrderedSource(Ordered<T> items, boolean stays) {
    this.items = items;
    this.stays = stays;
  }

  /** Reads the given items and stays at their end, with nothing more to come. */
  public static <T> OrderedSource<T> thatStays(Ordered<T> items) {
    return new OrderedSource<>(items, true);
  }

  @Override
  public Boundedness getBoundedness() {
    return stays ? Boundedness.CONTINUOUS_UNBOUNDED : Boundedness.BOUNDED;
  }

  @Override
  public SplitEnumerator<OrderedSplit<T>, Collection<OrderedSplit<T>>> createEnumerator(
      SplitEnumeratorContext<OrderedSplit<T>> context) {
    return new IteratorSourceEnumerator<>(context, List.of(new OrderedSplit<>(items, 0)));
  }

  @Override
  public SplitEnumerator<OrderedSplit<T>, Collection<OrderedSplit<T>>> restoreEnumerator(
      SplitEnumeratorContext<OrderedSplit<T>> context, Collection<OrderedSplit<T>> checkpoint) {
    return new IteratorSourceEnumerator<>(context, checkpoint);
  }

  @Override
  public SourceReader<T, OrderedSplit<T>> createReader(SourceReaderContext context) {
    return stays ? new StayingReader<>(context) : new IteratorSourceReader<>(context);
  }

  @Override
  public SimpleVersionedSerializer<OrderedSplit<T>> getSplitSerializer() {
    return new JavaSerializer<>();
  }

  @Override
  public SimpleVersionedSerializer<Collection<OrderedSplit<T>>>
      getEnumeratorCheckpointSerializer() {
    return new JavaSerializer<>();
  }
}
