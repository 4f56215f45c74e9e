package io.groundswell.jobs.surge.connector.kafka;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Where a job begins that has no savepoint.
 *
 * @param place what decides it
 * @param time for {@link Place#TIME}: arrival of the first record, epoch milliseconds; else 0
 */
public record StartAt(Place place, long time) implements Serializable {
  /** With the first record that Kafka still has. */
  public static final StartAt EARLIEST = new StartAt(Place.EARLIEST, 0);

  /** With what comes from now on. */
  public static final StartAt LATEST = new StartAt(Place.LATEST, 0);

  /** Where the job's group stands; with the first record where it has committed nothing. */
  public static final StartAt COMMITTED = new StartAt(Place.COMMITTED, 0);

  /** What decides where a job begins. */
  public enum Place {
    /** See {@link StartAt#EARLIEST}. */
    EARLIEST,
    /** See {@link StartAt#LATEST}. */
    LATEST,
    /** See {@link StartAt#COMMITTED}. */
    COMMITTED,
    /** The moment at which records arrived at the broker, or were sent. */
    TIME
  }

  /** With the first record that arrived at a moment or later, epoch milliseconds. */
  public static StartAt time(long moment) {
    return new StartAt(Place.TIME, moment);
  }

  /** Offset of the first record to read, for every partition. */
  Map<TopicPartition, Long> offsets(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    return switch (place) {
      case EARLIEST -> consumer.beginningOffsets(partitions);
      case LATEST -> consumer.endOffsets(partitions);
      case COMMITTED -> committed(consumer, partitions);
      case TIME -> since(consumer, partitions);
    };
  }

  private static Map<TopicPartition, Long> committed(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> offsets = new HashMap<>(consumer.beginningOffsets(partitions));
    Map<TopicPartition, OffsetAndMetadata> known = consumer.committed(Set.copyOf(partitions));
    known.forEach((p, at) -> offsets.computeIfPresent(p, (key, first) -> later(first, at)));
    return offsets;
  }

  /** What the broker has deleted since cannot be read any more. */
  private static long later(long first, OffsetAndMetadata committed) {
    return committed == null ? first : Math.max(first, committed.offset());
  }

  private Map<TopicPartition, Long> since(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions) {
    Map<TopicPartition, Long> offsets = new HashMap<>(consumer.endOffsets(partitions));
    Map<TopicPartition, Long> wanted = new HashMap<>();
    partitions.forEach(partition -> wanted.put(partition, time));
    consumer.offsetsForTimes(wanted).forEach((p, at) -> put(offsets, p, at));
    return offsets;
  }

  private static void put(
      Map<TopicPartition, Long> offsets, TopicPartition partition, OffsetAndTimestamp at) {
    if (at != null) {
      offsets.put(partition, at.offset());
    }
  }
}
