package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.report.Records;
import io.groundswell.jobs.notification.report.Totals;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.WholeTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** What a report is made of, from topics: all that is committed in them when it begins. */
public final class ReportTopics {
  private final WholeTopic whole;
  private final ReportIntake intake = new ReportIntake();
  private final List<String> passedOver = new ArrayList<>();

  private ReportTopics(WholeTopic whole) {
    this.whole = whole;
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
    try (WholeTopic whole = new WholeTopic(client)) {
      ReportTopics report = new ReportTopics(whole);
      report.read(topics);
      return report.intake.records(totals, report.passedOver);
    } catch (KafkaException e) {
      throw KafkaTopics.refused(client, e);
    }
  }

  private void read(Map<ReportInput, String> topics) {
    Set<String> there = whole.names();
    for (Map.Entry<ReportInput, String> topic : topics.entrySet()) {
      if (there.contains(topic.getValue())) {
        intake.open(topic.getKey());
        read(topic.getKey(), topic.getValue());
      } else if (topic.getKey() == ReportInput.INCIDENTS) {
        throw new BadInput(
            "topics.incidents: there is no topic '%s' on the broker; mend its name"
                .formatted(topic.getValue()));
      }
    }
  }

  private void read(ReportInput input, String topic) {
    int[] unreadable = {0};
    whole.read(topic, record -> unreadable[0] += isTaken(input, record) ? 0 : 1);
    if (unreadable[0] > 0) {
      passedOver.add(
          "Passed over in '%s', since it cannot be read: %d of its records."
              .formatted(topic, unreadable[0]));
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
