package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The last tick that stands in the clock's topic.
 *
 * @param end offset behind it
 * @param time its time, epoch milliseconds; {@link Long#MIN_VALUE} where there is none
 */
record LastTick(long end, long time) {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final int MOST_WAITS = 30;

  /** Reads it; the consumer has no partitions afterwards. */
  static LastTick of(KafkaConsumer<byte[], byte[]> consumer, TopicPartition clock) {
    consumer.assign(List.of(clock));
    long end = consumer.endOffsets(List.of(clock)).get(clock);
    long time = Long.MIN_VALUE;
    // The last offset is a transaction's mark; the tick stands before it. Further back, where a
    // clock that died has left ticks that were never committed.
    for (long back = 2; time == Long.MIN_VALUE && back / 2 < end; back *= 2) {
      time = lastTime(consumer, clock, Math.max(0, end - back), end);
    }
    consumer.unsubscribe();
    return new LastTick(end, time);
  }

  private static long lastTime(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition clock, long from, long end) {
    long time = Long.MIN_VALUE;
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
        time = record.offset() < end ? time(record.value()) : time;
      }
    }
    return time;
  }

  private static long time(byte[] tick) {
    try {
      return Tick.of(tick).time();
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's topic holds no ticks", e);
    }
  }
}
