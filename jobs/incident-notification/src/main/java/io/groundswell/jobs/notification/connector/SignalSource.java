package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.settings.NotifySettings.Topics;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/** Updates of incidents, and requests, as they come. */
public final class SignalSource {
  private SignalSource() {}

  /**
   * A source that begins where the group stands, and where it stands nowhere at what comes from now
   * on: whoever switches notifications on is not told of last week.
   *
   * @param client Kafka's own client settings
   * @param group the job's group at the brokers
   */
  @SuppressWarnings("deprecation") // Kafka has renamed the word that Flink's connector takes.
  public static KafkaSource<Signal> of(Map<String, String> client, Topics topics, String group) {
    Properties properties = new Properties();
    properties.putAll(client);
    // A page waits for nothing: neither for more records nor for a transaction.
    properties.put("fetch.min.bytes", "1");
    properties.put("fetch.max.wait.ms", "100");
    return KafkaSource.<Signal>builder()
        .setProperties(properties)
        .setTopics(topics.incidents(), topics.requests())
        .setGroupId(group)
        .setStartingOffsets(OffsetsInitializer.committedOffsets(OffsetResetStrategy.LATEST))
        .setDeserializer(new SignalReader(topics.requests()))
        .build();
  }
}
