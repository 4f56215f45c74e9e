package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The last tick that stands in the clock's topic.
 *
 * @param end offset behind it
 * @param tick the tick; null where there is none
 */
record LastTick(long end, @Nullable Tick tick) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_WAITS = 30;

  /** Its time, epoch milliseconds; {@link Long#MIN_VALUE} where there is none. */
  long time() {
    return tick == null ? Long.MIN_VALUE : tick.time();
  }

  /** Reads it; the consumer has no partitions afterwards. */
  static LastTick of(KafkaConsumer<byte[], byte[]> consumer, TopicPartition clock) {
    consumer.assign(List.of(clock));
    long end = consumer.endOffsets(List.of(clock)).get(clock);
    Tick tick = null;
    // The last offset is a transaction's mark; the tick stands before it. Further back, where a
    // clock that died has left ticks that were never committed.
    for (long back = 2; tick == null && back / 2 < end; back *= 2) {
      tick = last(consumer, clock, Math.max(0, end - back), end);
    }
    consumer.unsubscribe();
    return new LastTick(end, tick);
  }

  private static @Nullable Tick last(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition clock, long from, long end) {
    Tick tick = null;
    consumer.seek(clock, from);
    int waits = 0;
    while (consumer.position(clock) < end) {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(PATIENCE);
      waits = records.isEmpty() ? waits + 1 : 0;
      if (waits > MOST_WAITS) {
        throw new IllegalStateException(
            "topic '%s' cannot be read to its end at %d".formatted(clock.topic(), end));
      }
      for (var record : records) {
        tick = record.offset() < end ? tick(record.value()) : tick;
      }
    }
    return tick;
  }

  private static Tick tick(byte[] tick) {
    try {
      return Tick.of(tick);
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's topic holds no ticks", e);
    }
  }
}
