package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;

/**
 * Finds the partitions of all inputs when the job starts, and deals out to the readers those that
 * they do not have; and writes the clock, since there is one enumerator in a job and it lives as
 * long. A partition that is added later restarts the job, which then finds it: readers have to hold
 * it before a tick names it.
 */
final class ClockedEnumerator implements SplitEnumerator<ClockedSplit, Assigned> {
  private static final long TICK_MILLIS = 1_000;

  /** A broker that restarts is waited for; beyond this the job restarts, and says why. */
  private static final int MOST_MISSED_TICKS = 5;

  private final SplitEnumeratorContext<ClockedSplit> context;
  private final KafkaInput input;
  private final Set<String> assigned;
  private final long closed;
  private final Map<Integer, List<ClockedSplit>> waiting = new HashMap<>();
  private final Ticker ticker;
  private int missedTicks;
  private boolean dealt;

  /**
   * An enumerator.
   *
   * @param assigned what the readers have already, from a savepoint
   * @param patience for one tick: beyond this the job restarts, since what hangs misses no tick
   */
  ClockedEnumerator(
      SplitEnumeratorContext<ClockedSplit> context,
      KafkaInput input,
      Assigned assigned,
      Duration patience) {
    this.context = context;
    this.input = input;
    this.assigned = new TreeSet<>(assigned.partitions());
    this.closed = assigned.closed();
    this.ticker = new Ticker(input, patience);
  }

  @Override
  public void start() {
    Partitions partitions = new Partitions(input, snapshot());
    context.callAsync(partitions::missing, this::deal);
    if (input.wallClock() != null) {
      context.callAsync(ticker::tick, this::ticked, 0, TICK_MILLIS);
    }
  }

  private void ticked(Set<String> partitions, Throwable failure) {
    if (failure == null) {
      missedTicks = 0;
      if (dealt && !assigned.containsAll(partitions)) {
        throw new IllegalStateException(
            "topics have new partitions: now %s; restarting to read them".formatted(partitions));
      }
      return;
    }
    missedTicks++;
    if (missedTicks > MOST_MISSED_TICKS || failure instanceof TimeoutException) {
      throw new IllegalStateException(
          "cannot write the clock's topic '%s': %s".formatted(input.clock(), failure.getMessage()),
          failure);
    }
  }

  private void deal(List<ClockedSplit> splits, Throwable failure) {
    if (failure != null) {
      throw failure instanceof BadInput mistake
          ? mistake
          : new IllegalStateException("cannot list the topics: " + failure.getMessage(), failure);
    }
    for (ClockedSplit split : splits) {
      int reader = assigned.size() % context.currentParallelism();
      waiting.computeIfAbsent(reader, r -> new ArrayList<>()).add(split);
      assigned.add(split.name());
    }
    dealt = true;
    context.registeredReaders().keySet().forEach(this::hand);
  }

  private void hand(int reader) {
    for (ClockedSplit split : waiting.getOrDefault(reader, List.of())) {
      context.assignSplit(split, reader);
    }
    waiting.remove(reader);
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void addReader(int reader) {
    if (dealt) {
      hand(reader);
    }
  }

  @Override
  public void addSplitsBack(List<ClockedSplit> splits, int reader) {
    waiting.computeIfAbsent(reader, r -> new ArrayList<>()).addAll(splits);
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    // Readers take what they are given.
  }

  @Override
  public Assigned snapshotState(long checkpoint) {
    return snapshot();
  }

  private Assigned snapshot() {
    return new Assigned(new TreeSet<>(assigned), closed);
  }

  @Override
  public void close() {
    ticker.close();
  }
}
