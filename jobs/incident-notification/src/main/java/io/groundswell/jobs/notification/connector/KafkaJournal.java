package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.delivery.Journal;
import io.groundswell.jobs.surge.connector.kafka.WholeTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The journal as a compacted topic. It is written outside checkpoints, at once: what was delivered
 * since the last checkpoint is known after a crash, so that nobody is told again.
 */
public final class KafkaJournal implements Journal {
  private static final int SAFE_WITHIN_MILLIS = 30_000;

  private final Map<String, String> client;
  private final String topic;
  private final KafkaProducer<String, String> producer;

  /** Kafka's producer blocks while it looks for a broker; pages do not wait for that. */
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "groundswell-journal");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A journal in a topic.
   *
   * @param client Kafka's own client settings
   */
  public KafkaJournal(Map<String, String> client, String topic) {
    this.client = client;
    this.topic = topic;
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("acks", "all");
    properties.put("enable.idempotence", "true");
    properties.put("linger.ms", "0");
    properties.put("request.timeout.ms", String.valueOf(SAFE_WITHIN_MILLIS / 2));
    properties.put("delivery.timeout.ms", String.valueOf(SAFE_WITHIN_MILLIS));
    producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  @Override
  public List<Entry> read() {
    return read(client, topic);
  }

  /** The last entry of each key, of those that a topic holds now. */
  public static List<Entry> read(Map<String, String> client, String topic) {
    Map<String, Entry> last = new LinkedHashMap<>();
    try (WholeTopic whole = new WholeTopic(client)) {
      whole.read(topic, record -> keep(record, last));
    }
    return new ArrayList<>(last.values());
  }

  private static void keep(ConsumerRecord<String, String> record, Map<String, Entry> last) {
    Entry entry = record.value() == null ? null : EntryJson.read(record.value());
    if (entry == null) {
      last.remove(record.key());
    } else {
      last.put(record.key(), entry);
    }
  }

  @Override
  public CompletionStage<?> write(Entry entry) {
    CompletableFuture<Void> safe = new CompletableFuture<>();
    send(entry.key(), EntryJson.write(entry), safe);
    return safe;
  }

  @Override
  public void forget(String key) {
    send(key, null, new CompletableFuture<>());
  }

  private void send(String key, @Nullable String value, CompletableFuture<Void> safe) {
    sender.execute(
        () -> {
          try {
            sendNow(key, value, safe);
          } catch (RuntimeException e) {
            safe.completeExceptionally(e); // A producer that is beyond help throws at once.
          }
        });
  }

  private void sendNow(String key, @Nullable String value, CompletableFuture<Void> safe) {
    var unused =
        producer.send(
            new ProducerRecord<>(topic, key, value),
            (metadata, failure) -> {
              if (failure == null) {
                safe.complete(null);
              } else {
                safe.completeExceptionally(failure);
              }
            });
  }

  @Override
  public void close() {
    sender.shutdown();
    producer.close(Duration.ofSeconds(5));
  }
}
