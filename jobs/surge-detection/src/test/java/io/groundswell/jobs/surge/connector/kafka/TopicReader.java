package io.groundswell.jobs.surge.connector.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads what is committed in a broker's topics, as a user would.
 *
 * @param broker its address
 */
public record TopicReader(String broker) {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(200);

  /** The values of at least so many records of a topic, in the order in which they came. */
  public List<String> values(String topic, int count) {
    return values(topic, count, value -> true);
  }

  /** The same of those that somebody wants. */
  public List<String> values(String topic, int count, Predicate<String> wanted) {
    List<String> values = new ArrayList<>();
    read(
        topic,
        record -> {
          if (wanted.test(record.value())) {
            values.add(record.value());
          }
        },
        () -> values.size() >= count);
    return values;
  }

  /**
   * What the committed ledger says once it holds at least so many records, rulings apart: {@code
   * posts/chatter} to their number.
   */
  public Map<String, Long> ledger(String topic, long records) {
    Map<String, Long> books = new TreeMap<>();
    read(
        topic,
        row -> {
          JsonNode json = parse(row.value());
          String outcome = json.get("input").asText() + "/" + json.get("outcome").asText();
          books.merge(outcome, json.get("count").asLong(), Long::sum);
        },
        () -> ofTheWorld(books) >= records);
    return books;
  }

  /** How many records were sent to the job from outside; what it was started with rules as well. */
  public static long ofTheWorld(Map<String, Long> books) {
    return books.entrySet().stream()
        .filter(row -> !row.getKey().startsWith("control/"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * The last value of each key of a topic, once all that are wanted are there; or what is there
   * when patience ends.
   */
  public Map<String, String> lastValues(String topic, Collection<String> wanted) {
    Map<String, String> last = new TreeMap<>();
    read(
        topic,
        record -> last.put(record.key(), record.value()),
        () -> last.values().containsAll(wanted));
    return last;
  }

  /** Offset behind the last committed record of a topic's first partition. */
  public long end(String topic) {
    TopicPartition first = new TopicPartition(topic, 0);
    try (KafkaConsumer<String, String> consumer = consumer()) {
      return consumer.endOffsets(List.of(first)).get(first);
    }
  }

  /** How many records of a topic are committed. */
  public int committed(String topic) {
    int records = 0;
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        records += consumer.poll(POLL).count();
      }
    }
    return records;
  }

  private static JsonNode parse(String row) {
    try {
      return new ObjectMapper().readTree(row);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(row, e);
    }
  }

  /** Reads until there is enough, and what comes with it. */
  private void read(
      String topic, Consumer<ConsumerRecord<String, String>> records, BooleanSupplier enough) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      for (long i = 0; i < PATIENCE.dividedBy(POLL) && !enough.getAsBoolean(); i++) {
        consumer.poll(POLL).forEach(records);
      }
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<String, String> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  private KafkaConsumer<String, String> consumer() {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker);
    properties.put("isolation.level", "read_committed");
    return new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer());
  }
}
