package io.groundswell.jobs.notification.connector;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Whether a job that starts has read what its predecessor may have read. Until then it tells nobody
 * anything: a destination may have been told of a later update than the next that is read, and
 * would be told of the past.
 */
public final class CatchUp {
  private final Map<String, Long> ends;

  private CatchUp(Map<String, Long> ends) {
    this.ends = ends;
  }

  /**
   * From where a topic ends now.
   *
   * @param client Kafka's own client settings
   */
  public static CatchUp to(Map<String, String> client, String topic) {
    Map<String, Long> ends = new HashMap<>();
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("allow.auto.create.topics", "false");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(one -> new TopicPartition(topic, one.partition()))
              .toList();
      consumer
          .endOffsets(partitions)
          .forEach((one, end) -> ends.put(place(topic, one.partition()), end));
    }
    ends.values().removeIf(end -> end == 0);
    return new CatchUp(ends);
  }

  static String place(String topic, int partition) {
    return topic + "/" + partition;
  }

  /** A record was read. */
  public void read(Signal signal) {
    ends.computeIfPresent(signal.place(), (place, end) -> signal.offset() >= end - 1 ? null : end);
  }

  /** Whether all of them were read. */
  public boolean isDone() {
    return ends.isEmpty();
  }
}
