package io.groundswell.jobs.surge.connector.kafka;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The records of the control topic that no tick has handed on yet. A tick takes one, and says how
 * far it has come, so that whoever writes the next goes on from there.
 */
final class ControlTail {
  private static final Duration POLL = Duration.ofMillis(300);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
  private long next;

  /**
   * Goes on behind a tick.
   *
   * @param consumer is assigned the topic's partition, and keeps it
   * @param last the last tick that was written, or null
   */
  ControlTail(KafkaConsumer<byte[], byte[]> consumer, String topic, @Nullable Tick last) {
    this.consumer = consumer;
    this.partition = new TopicPartition(topic, 0);
    this.next = last == null ? 0 : last.ends().getOrDefault(partition.toString(), 0L);
    consumer.assign(List.of(partition));
    consumer.seek(partition, next);
  }

  /**
   * The next record, or null.
   *
   * @param ends is told how far the topic has been handed on
   */
  @Nullable String next(Map<String, Long> ends) {
    long end = consumer.endOffsets(List.of(partition)).get(partition);
    if (fetched.isEmpty() && consumer.position(partition) < end) {
      consumer.poll(POLL).forEach(fetched::add);
    }
    ConsumerRecord<byte[], byte[]> record = fetched.poll();
    while (record != null && record.value() == null) {
      record = fetched.poll(); // What has been forgotten holds for nothing.
    }
    if (record == null) {
      ends.put(partition.toString(), next);
      return null;
    }
    next = record.offset() + 1;
    ends.put(partition.toString(), next);
    return ControlTopic.text(record);
  }
}
