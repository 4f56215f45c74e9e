package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.measure.Measure;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.groups.SourceReaderMetricGroup;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Hands on the records of its partitions tick by tick: all below a tick's offsets, then the tick's
 * time as a watermark, then the next tick's.
 */
final class ClockedReader implements SourceReader<RawRecord, ClockedSplit> {
  private final KafkaInput input;
  private final TopicPartition clock;
  private final Announcing announcing;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private final NavigableMap<Long, Map<TopicPartition, OffsetAndMetadata>> reached =
      new TreeMap<>();
  private CompletableFuture<Void> assigned = new CompletableFuture<>();
  private Lane ticks;
  private Fetcher fetcher;
  private Tick tick;
  private long tickOffset;
  private volatile long lastTime = Long.MIN_VALUE;
  private boolean complete;

  /** Read by the thread that collects metrics. */
  private volatile long pending;

  /**
   * Reads what it will be given.
   *
   * @param readers how many there are, and so how many subtasks are behind them
   * @param metrics shows how many records are at the brokers and not handed on, and the clock's
   *     time, epoch milliseconds
   */
  ClockedReader(KafkaInput input, int readers, SourceReaderMetricGroup metrics) {
    this.input = input;
    this.clock = new TopicPartition(input.clock(), 0);
    this.announcing = new Announcing(input, readers);
    metrics.setPendingRecordsGauge(() -> pending);
    Measure.group(metrics).gauge("clock", () -> lastTime);
  }

  @Override
  public void start() {
    // Waits for partitions.
  }

  @Override
  public void addSplits(List<ClockedSplit> splits) {
    if (fetcher != null) {
      // Nobody would fetch them, and every tick would wait for them.
      throw new IllegalStateException("partitions came after the last: " + splits);
    }
    for (ClockedSplit split : splits) {
      lanes.put(split.name(), new Lane(split.kafka(), split.next()));
      // After a change of parallelism, partitions of different readers meet: the earliest leads.
      if (ticks == null || split.nextTick() < ticks.next()) {
        ticks = new Lane(clock, split.nextTick());
        lastTime = split.lastTime();
      }
    }
  }

  @Override
  public void notifyNoMoreSplits() {
    if (!lanes.isEmpty() && fetcher == null) {
      Map<TopicPartition, Long> starts = new HashMap<>();
      lanes.values().forEach(lane -> starts.put(lane.partition(), lane.next()));
      starts.put(clock, ticks.next());
      fetcher = new Fetcher(input, starts);
    }
    complete = true;
    assigned.complete(null);
  }

  @Override
  public InputStatus pollNext(ReaderOutput<RawRecord> output) throws IOException {
    if (fetcher == null) {
      if (complete) {
        output.markIdle();
        // Nothing will come: without this, Flink would ask again and again.
        assigned = new CompletableFuture<>();
      }
      return InputStatus.NOTHING_AVAILABLE;
    }
    takeBatches();
    if (tick == null && !nextTick()) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    announcing.before(tick, output);
    boolean done = true;
    for (Map.Entry<String, Lane> lane : lanes.entrySet()) {
      long cut = tick.ends().getOrDefault(lane.getKey(), 0L);
      ConsumerRecord<byte[], byte[]> record = poll(lane.getValue(), cut);
      if (record != null) {
        output.collect(raw(lane.getKey(), record));
        return InputStatus.MORE_AVAILABLE;
      }
      done &= lane.getValue().doneTo(cut);
    }
    if (!done) {
      return InputStatus.NOTHING_AVAILABLE;
    }
    apply(output);
    return InputStatus.MORE_AVAILABLE;
  }

  private void apply(ReaderOutput<RawRecord> output) {
    // A job may know more at its beginning than the first ticks that it reads.
    lastTime = Math.max(lastTime, tick.time());
    announcing.of(tick, output);
    output.emitWatermark(new Watermark(closedBy(lastTime)));
    tick = null;
  }

  private void takeBatches() {
    for (Fetcher.Batch batch = fetcher.batches().poll();
        batch != null;
        batch = fetcher.batches().poll()) {
      if (batch.failure() != null) {
        ExceptionUtils.rethrow(batch.failure());
      }
      batch.records().forEach(record -> lane(record.topic(), record.partition()).add(record));
      batch.positions().forEach((p, at) -> lane(p.topic(), p.partition()).readTo(at));
      batch.lags().forEach((p, lag) -> lane(p.topic(), p.partition()).lags(lag));
      lanes.values().forEach(this::holdWhereFull);
      holdWhereFull(ticks);
      pending = lanes.values().stream().mapToLong(Lane::pending).sum();
    }
  }

  private void holdWhereFull(Lane lane) {
    if (lane.isFull()) {
      fetcher.hold(lane.partition());
    }
  }

  /** The next record of a lane; one that has just got room is fetched again. */
  private ConsumerRecord<byte[], byte[]> poll(Lane lane, long cut) {
    boolean full = lane.isFull();
    ConsumerRecord<byte[], byte[]> record = lane.pollBelow(cut);
    if (full && !lane.isFull()) {
      fetcher.release(lane.partition());
    }
    return record;
  }

  private Lane lane(String topic, int partition) {
    return topic.equals(clock.topic()) ? ticks : lanes.get(topic + "-" + partition);
  }

  private boolean nextTick() throws IOException {
    ConsumerRecord<byte[], byte[]> record = poll(ticks, Long.MAX_VALUE);
    if (record == null) {
      return false;
    }
    tick = Tick.of(record.value());
    tickOffset = record.offset();
    return true;
  }

  private RawRecord raw(String partition, ConsumerRecord<byte[], byte[]> record) {
    byte[] bytes = record.value() == null ? new byte[0] : record.value();
    String where = partition + ":" + record.offset();
    long closed = lastTime == Long.MIN_VALUE ? lastTime : closedBy(lastTime);
    return RawRecord.live(input.sentAs(record.topic()), where, bytes, tick.time(), closed);
  }

  /** The last moment whose bucket is closed at {@code time}. */
  private long closedBy(long time) {
    return time - input.lateness() - 1;
  }

  @Override
  public List<ClockedSplit> snapshotState(long checkpoint) {
    long next = tick == null ? (ticks == null ? 0 : ticks.next()) : tickOffset;
    List<ClockedSplit> splits = new ArrayList<>();
    Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
    offsets.put(clock, new OffsetAndMetadata(next));
    for (Lane lane : lanes.values()) {
      TopicPartition partition = lane.partition();
      offsets.put(partition, new OffsetAndMetadata(lane.next()));
      splits.add(
          new ClockedSplit(partition.topic(), partition.partition(), lane.next(), next, lastTime));
    }
    reached.put(checkpoint, offsets);
    return splits;
  }

  @Override
  public void notifyCheckpointComplete(long checkpoint) {
    Map<TopicPartition, OffsetAndMetadata> offsets = reached.get(checkpoint);
    reached.headMap(checkpoint, true).clear();
    if (fetcher != null && offsets != null) {
      fetcher.commit(offsets);
    }
  }

  @Override
  public CompletableFuture<Void> isAvailable() {
    return fetcher == null ? assigned : fetcher.batches().getAvailabilityFuture();
  }

  @Override
  public void close() {
    if (fetcher != null) {
      fetcher.close();
    }
  }
}
