package io.groundswell.feeds.kafka;

import io.groundswell.feeds.Cursors;
import io.groundswell.feeds.Mistake;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** A topic's last records, which say how far a feed has come. */
final class TopicEnd {
  private static final int PATIENCE_SECONDS = 15;

  /**
   * Others may write to the topic too: of the last so many of a partition one is the feed's own.
   */
  private static final int LOOKED_AT = 1000;

  private static final Map<String, String> HASTE =
      Map.of("request.timeout.ms", "5000", "default.api.timeout.ms", "10000");

  private TopicEnd() {}

  /** Makes sure that the topic is there. */
  static void prepare(Map<String, Object> client, String topic) throws InterruptedException {
    Map<String, Object> settings = new HashMap<>(client);
    settings.putAll(HASTE);
    try (Admin admin = Admin.create(settings)) {
      if (!admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).contains(topic)) {
        admin
            .createTopics(List.of(new NewTopic(topic, Optional.empty(), Optional.empty())))
            .all()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException e) {
      throw refused(client, topic, e.getCause() == null ? e : e.getCause());
    }
  }

  private static Mistake refused(Map<String, Object> client, String topic, Throwable failure) {
    Object brokers = client.get("bootstrap.servers");
    if (failure instanceof AuthenticationException || failure instanceof AuthorizationException) {
      return new Mistake(
          "--kafka: %s refuses these credentials: %s".formatted(brokers, failure.getMessage()));
    }
    if (failure instanceof TimeoutException
        || failure instanceof org.apache.kafka.common.errors.TimeoutException) {
      return new Mistake(
          "--brokers: no broker answers at %s; start one, or mend the address".formatted(brokers));
    }
    return new Mistake("--topic: '%s' cannot be made: %s".formatted(topic, failure.getMessage()));
  }

  /** The latest cursor of a feed in the topic; null where there is none. */
  static @Nullable String cursor(Map<String, Object> client, String topic, String feed) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(client, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(part -> new TopicPartition(topic, part.partition()))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      ends.forEach(
          (part, end) ->
              consumer.seek(part, Math.max(begins.getOrDefault(part, 0L), end - LOOKED_AT)));
      String latest = null;
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          latest = Cursors.later(latest, cursor(record.headers(), feed));
        }
      }
      return latest;
    }
  }

  private static @Nullable String cursor(Headers headers, String feed) {
    String writer = text(headers.lastHeader(KafkaStore.FEED));
    return feed.equals(writer) ? text(headers.lastHeader(KafkaStore.CURSOR)) : null;
  }

  private static @Nullable String text(@Nullable Header header) {
    return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
  }
}
