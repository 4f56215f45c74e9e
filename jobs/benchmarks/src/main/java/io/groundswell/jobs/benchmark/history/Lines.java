package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** What the main job has written for a feed, in the order in which it did. */
final class Lines {
  private final List<Line> all = new ArrayList<>();
  private final Map<HistoryTable, Long> counts = new EnumMap<>(HistoryTable.class);

  /**
   * A line.
   *
   * @param at when it is to be written, 0 to 1,000,000
   */
  record Line(HistoryTable table, long at, byte @Nullable [] key, byte[] text) {}

  /** Reads everything that is committed. */
  static Lines of(Topics topics) {
    Lines lines = new Lines();
    Properties properties = new Properties();
    properties.put("bootstrap.servers", topics.broker());
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "earliest");
    Map<HistoryTable, String> named = topics(topics);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      named.forEach((table, topic) -> lines.read(consumer, table, topic));
    }
    return lines;
  }

  /** The topics that the history reads. */
  static Map<HistoryTable, String> topics(Topics topics) {
    OutputTopics outputs = topics.outputs();
    Map<HistoryTable, String> named = new EnumMap<>(HistoryTable.class);
    named.put(HistoryTable.VOLUMES, outputs.volumes());
    named.put(HistoryTable.CONTACT_VOLUMES, outputs.contactVolumes());
    named.put(HistoryTable.INCIDENTS, outputs.incidents());
    named.put(HistoryTable.LEAD_LEDGER, outputs.leadLedger());
    named.put(HistoryTable.LEDGER, outputs.ledger());
    named.put(HistoryTable.POSTS, outputs.countedPosts());
    named.put(HistoryTable.INPUTS, outputs.countedInputs());
    return named;
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer, HistoryTable table, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(one -> new TopicPartition(topic, one.partition()))
            .toList();
    consumer.assign(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    List<Line> own = new ArrayList<>();
    while (partitions.stream()
        .anyMatch(one -> consumer.position(one) < ends.getOrDefault(one, 0L))) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
        if (record.value() != null) {
          own.add(new Line(table, 0, record.key(), record.value()));
        }
      }
    }
    counts.put(table, (long) own.size());
    spread(own);
  }

  /** Each topic's lines are spread evenly over the time, 0 to 1,000,000. */
  private void spread(List<Line> own) {
    for (int i = 0; i < own.size(); i++) {
      Line line = own.get(i);
      all.add(new Line(line.table(), i * 1_000_000L / own.size(), line.key(), line.text()));
    }
  }

  /** All lines in the order in which they are to be written. */
  List<Line> inTurn() {
    List<Line> sorted = new ArrayList<>(all);
    sorted.sort((one, other) -> Long.compare(one.at(), other.at()));
    return sorted;
  }

  /** How many there are. */
  long count() {
    return all.size();
  }

  /** How many a table gets. */
  long count(HistoryTable table) {
    return counts.getOrDefault(table, 0L);
  }
}
