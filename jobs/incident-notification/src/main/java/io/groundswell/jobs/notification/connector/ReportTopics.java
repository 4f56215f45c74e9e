package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.report.Records;
import io.groundswell.jobs.notification.report.Totals;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** What a report is made of, from topics: all that is committed in them when it begins. */
public final class ReportTopics {
  private static final Duration POLL = Duration.ofMillis(200);

  /** A broker that falls silent in between is given up after 30 seconds. */
  private static final int MOST_IDLE = 150;

  private final KafkaConsumer<String, String> consumer;
  private final ReportIntake intake = new ReportIntake();
  private final List<String> passedOver = new ArrayList<>();

  private ReportTopics(KafkaConsumer<String, String> consumer) {
    this.consumer = consumer;
  }

  /**
   * Reads topics; one that is not there says nothing, but for that of incidents. A record that
   * cannot be read is passed over, and the report says so.
   *
   * @param client Kafka's own client settings
   * @param topics their names
   * @param totals what a summary says, or null
   * @throws BadInput where the broker does not answer, or there are no incidents
   */
  public static Records read(
      Map<String, String> client, Map<ReportInput, String> topics, @Nullable Totals totals) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("enable.auto.commit", "false");
    properties.put("isolation.level", "read_committed");
    properties.put("allow.auto.create.topics", "false");
    properties.put("default.api.timeout.ms", "10000");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      ReportTopics report = new ReportTopics(consumer);
      report.read(topics);
      return report.intake.records(totals, report.passedOver);
    } catch (KafkaException e) {
      throw KafkaTopics.refused(client, e);
    }
  }

  private void read(Map<ReportInput, String> topics) {
    Map<String, List<PartitionInfo>> there = consumer.listTopics();
    for (Map.Entry<ReportInput, String> topic : topics.entrySet()) {
      List<PartitionInfo> partitions = there.get(topic.getValue());
      if (partitions != null) {
        intake.open(topic.getKey());
        read(topic.getKey(), partitions);
      } else if (topic.getKey() == ReportInput.INCIDENTS) {
        throw new BadInput(
            "topics.incidents: there is no topic '%s' on the broker; mend its name"
                .formatted(topic.getValue()));
      }
    }
  }

  private void read(ReportInput input, List<PartitionInfo> infos) {
    List<TopicPartition> partitions =
        infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    int unreadable = 0;
    int idle = 0;
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      ConsumerRecords<String, String> records = consumer.poll(POLL);
      idle = records.isEmpty() ? idle + 1 : 0;
      if (idle > MOST_IDLE) {
        throw new TimeoutException("nothing comes any more");
      }
      for (ConsumerRecord<String, String> record : records) {
        unreadable += isTaken(input, record) ? 0 : 1;
      }
    }
    if (unreadable > 0) {
      passedOver.add(
          "Passed over in '%s', since it cannot be read: %d of its records."
              .formatted(infos.get(0).topic(), unreadable));
    }
  }

  /** Whether it could be read; a record without a value takes back what its key said. */
  private boolean isTaken(ReportInput input, ConsumerRecord<String, String> record) {
    try {
      if (record.value() == null) {
        intake.forget(input, record.key());
      } else {
        intake.take(input, record.value(), record.timestamp());
      }
      return true;
    } catch (UnreadableRecord e) {
      return false;
    }
  }
}
