package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The last tick that stands in the clock's topic.
 *
 * @param end offset behind it
 * @param time its time, epoch milliseconds; {@link Long#MIN_VALUE} where there is none
 */
record LastTick(long end, long time) {

  /** Reads it; the consumer has no partitions afterwards. */
  static LastTick of(KafkaConsumer<byte[], byte[]> consumer, TopicPartition clock) {
    consumer.assign(List.of(clock));
    long end = consumer.endOffsets(List.of(clock)).get(clock);
    long time = Long.MIN_VALUE;
    // The last offset is a transaction's mark; the tick stands before it.
    consumer.seek(clock, Math.max(0, end - 2));
    while (consumer.position(clock) < end) {
      for (var record : consumer.poll(Duration.ofSeconds(1))) {
        time = time(record.value());
      }
    }
    consumer.unsubscribe();
    return new LastTick(end, time);
  }

  private static long time(byte[] tick) {
    try {
      return Tick.of(tick).time();
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's topic holds no ticks", e);
    }
  }
}
