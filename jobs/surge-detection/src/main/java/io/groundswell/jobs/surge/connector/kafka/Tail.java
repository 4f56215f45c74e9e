package io.groundswell.jobs.surge.connector.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * What comes out of topics, from their beginning on and at once: what an open transaction has
 * written is seen too, so this is for watching and not for adding up.
 */
public final class Tail implements AutoCloseable {
  private final KafkaConsumer<String, String> consumer;

  /**
   * A record.
   *
   * @param topic where it was written
   * @param key such as the incident, or the subject
   * @param value JSON
   */
  public record Item(String topic, String key, String value) {}

  /** Watches topics, which are there. */
  public Tail(Map<String, String> client, List<String> topics) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("isolation.level", "read_uncommitted");
    properties.put("auto.offset.reset", "earliest");
    properties.put("max.poll.records", "5000");
    consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
    List<TopicPartition> partitions = new ArrayList<>();
    for (String topic : topics) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** What is new; waits a little while where nothing is. */
  public List<Item> poll(Duration patience) {
    List<Item> items = new ArrayList<>();
    for (ConsumerRecord<String, String> record : consumer.poll(patience)) {
      items.add(new Item(record.topic(), record.key(), record.value()));
    }
    return items;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
