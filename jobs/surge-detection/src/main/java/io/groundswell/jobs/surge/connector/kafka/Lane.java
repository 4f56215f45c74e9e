package io.groundswell.jobs.surge.connector.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** What a reader holds of one partition: records fetched and not yet handed on. */
final class Lane {
  private static final int FULL = 5_000;

  private final TopicPartition partition;
  private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
  private long next;
  private long position;
  private long lag;

  Lane(TopicPartition partition, long next) {
    this.partition = partition;
    this.next = next;
    this.position = next;
  }

  void add(ConsumerRecord<byte[], byte[]> record) {
    records.add(record);
  }

  /** All records below {@code offset} have been fetched. */
  void readTo(long offset) {
    position = Math.max(position, offset);
  }

  /** So many records are at the broker that have not been fetched. */
  void lags(long records) {
    lag = records;
  }

  /** How many records are at the broker and have not been handed on; about, at transactions. */
  long pending() {
    return Math.max(0, position - next) + lag;
  }

  /** The next record below {@code cut}, or null. */
  ConsumerRecord<byte[], byte[]> pollBelow(long cut) {
    ConsumerRecord<byte[], byte[]> head = records.peek();
    if (head == null || head.offset() >= cut) {
      return null;
    }
    next = head.offset() + 1;
    return records.poll();
  }

  /** Whether every record below {@code cut} has been handed on. */
  boolean doneTo(long cut) {
    boolean nothingLeft = records.isEmpty() || records.peek().offset() >= cut;
    return nothingLeft && (next >= cut || position >= cut || !records.isEmpty());
  }

  /** Offset of the next record to hand on. */
  long next() {
    return next;
  }

  TopicPartition partition() {
    return partition;
  }

  boolean isFull() {
    return records.size() >= FULL;
  }
}
