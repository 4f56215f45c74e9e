package io.groundswell.jobs.surge.connector.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What topics hold now: all that is committed, up to where they end as reading begins. */
public final class WholeTopic implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A broker that falls silent in between is given up after 30 seconds. */
  private static final int MOST_IDLE = 150;

  private final KafkaConsumer<String, String> consumer;

  /**
   * Reads from some brokers.
   *
   * @param client Kafka's own client settings
   * @throws KafkaException where they make no sense
   */
  public WholeTopic(Map<String, String> client) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("enable.auto.commit", "false");
    properties.put("isolation.level", "read_committed");
    properties.put("allow.auto.create.topics", "false");
    properties.put("default.api.timeout.ms", "10000");
    consumer = new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
  }

  /**
   * Names of all topics that there are.
   *
   * @throws KafkaException where the broker does not answer
   */
  public Set<String> names() {
    return consumer.listTopics().keySet();
  }

  /**
   * Reads a topic that is there, the records of a partition in their order.
   *
   * @throws KafkaException where the broker does not answer, or falls silent
   */
  public void read(String topic, Consumer<ConsumerRecord<String, String>> each) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    int idle = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      ConsumerRecords<String, String> records = consumer.poll(POLL);
      idle = records.isEmpty() ? idle + 1 : 0;
      if (idle > MOST_IDLE) {
        throw new TimeoutException("nothing comes any more from '" + topic + "'");
      }
      records.forEach(each);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
