package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Role;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * The topic of rulings: one partition, so that they have one order; the last record of a key is
 * true, and a key has one record.
 */
public final class ControlTopic {
  private static final Duration POLL = Duration.ofMillis(200);

  private ControlTopic() {}

  /** The topic, as whoever is the first to use it creates it. */
  public static WantedTopic wanted(String topic, Use use) {
    return new WantedTopic(topic, "control.topic", Role.OWN, use, Cleanup.LAST_OF_KEY, 1);
  }

  static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  /** The records below an offset, in their order, but for those that were taken back. */
  static List<String> below(KafkaInput input, long end) {
    List<String> texts = new ArrayList<>();
    TopicPartition partition = new TopicPartition(input.control(), 0);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(input.consumer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      // Somebody may have deleted the topic since, and begun it anew.
      long last = Math.min(end, consumer.endOffsets(List.of(partition)).get(partition));
      while (consumer.position(partition) < last) {
        for (var record : consumer.poll(POLL)) {
          if (record.offset() < end && record.value() != null) {
            texts.add(text(record));
          }
        }
      }
    }
    return texts;
  }
}
