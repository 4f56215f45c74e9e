package io.groundswell.jobs.surge.connector.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.flink.connector.base.source.reader.synchronization.FutureCompletingBlockingQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;

/** Polls Kafka in a thread of its own and hands batches to the reader. */
final class Fetcher implements Runnable, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(200);
  private static final int BATCHES = 4;

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final FutureCompletingBlockingQueue<Batch> batches =
      new FutureCompletingBlockingQueue<>(BATCHES);
  private final Set<TopicPartition> full = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Map<TopicPartition, OffsetAndMetadata>> uncommitted =
      new AtomicReference<>();
  private final Map<TopicPartition, Long> starts;
  private final Thread thread;
  private volatile boolean closed;

  /**
   * Starts to fetch.
   *
   * @param starts offset of the first record to fetch, by partition
   */
  Fetcher(KafkaInput input, Map<TopicPartition, Long> starts) {
    this.consumer = new KafkaConsumer<>(input.consumer());
    this.starts = starts;
    this.thread = new Thread(this, "groundswell-fetcher");
    thread.setDaemon(true);
    // Also of errors: a reader would wait for ever for a thread that is gone.
    thread.setUncaughtExceptionHandler((ended, failure) -> report(failure));
    thread.start();
  }

  /**
   * What a poll brought.
   *
   * @param records in the order of their offsets within each partition
   * @param positions how far every partition has been read: all records below have been handed on
   * @param lags how many records of a partition are there and have not been fetched, as far as
   *     known
   * @param failure why nothing more will come, or null
   */
  record Batch(
      List<ConsumerRecord<byte[], byte[]>> records,
      Map<TopicPartition, Long> positions,
      Map<TopicPartition, Long> lags,
      Throwable failure) {}

  FutureCompletingBlockingQueue<Batch> batches() {
    return batches;
  }

  /** Stops fetching a partition of which the reader holds much. */
  void hold(TopicPartition partition) {
    full.add(partition);
  }

  /** Goes on fetching it. */
  void release(TopicPartition partition) {
    full.remove(partition);
  }

  /** Says at the broker how far checkpoints reach; recovery does not depend on it. */
  void commit(Map<TopicPartition, OffsetAndMetadata> offsets) {
    uncommitted.set(offsets);
  }

  @Override
  public void run() {
    try (consumer) {
      consumer.assign(starts.keySet());
      starts.forEach(consumer::seek);
      while (!closed) {
        consumer.resume(consumer.paused());
        consumer.pause(full);
        Map<TopicPartition, OffsetAndMetadata> offsets = uncommitted.getAndSet(null);
        if (offsets != null) {
          consumer.commitAsync(offsets, null);
        }
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(PATIENCE).forEach(records::add);
        batches.put(0, new Batch(records, positions(), lags(), null));
      }
    } catch (WakeupException | InterruptedException stop) {
      // Closed.
    }
  }

  private Map<TopicPartition, Long> positions() {
    Map<TopicPartition, Long> positions = new HashMap<>();
    for (TopicPartition partition : starts.keySet()) {
      positions.put(partition, consumer.position(partition));
    }
    return positions;
  }

  private Map<TopicPartition, Long> lags() {
    Map<TopicPartition, Long> lags = new HashMap<>();
    for (TopicPartition partition : starts.keySet()) {
      consumer.currentLag(partition).ifPresent(lag -> lags.put(partition, lag));
    }
    return lags;
  }

  private void report(Throwable failure) {
    try {
      batches.put(0, new Batch(List.of(), Map.of(), Map.of(), failure));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    batches.wakeUpPuttingThread(0);
    try {
      thread.join();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
