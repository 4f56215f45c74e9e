package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.JsonAnswers;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes single answers to their topics, and reads which mutes there are. */
public final class KafkaAnswers {
  private final Map<String, String> client;

  /** Reaches a broker by Kafka's own client settings. */
  public KafkaAnswers(Map<String, String> client) {
    this.client = client;
  }

  /**
   * Writes a verdict; it is there when this returns.
   *
   * @throws BadInput in one line, where the broker cannot be reached
   */
  public void send(String topic, Verdict verdict) {
    send(topic, verdict.incidentId(), JsonAnswers.write(verdict));
  }

  /**
   * Writes a mute; it is there when this returns.
   *
   * @throws BadInput in one line, where the broker cannot be reached
   */
  public void send(String topic, Mute mute) {
    send(topic, mute.id(), JsonAnswers.write(mute));
  }

  private void send(String topic, String key, String value) {
    KafkaTopics.prepare(client, List.of(wanted(topic, Use.WRITTEN)));
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("acks", "all");
    properties.put("max.block.ms", "10000");
    properties.put("delivery.timeout.ms", "15000");
    properties.put("request.timeout.ms", "10000");
    properties.put("linger.ms", "0");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, key, value)).get();
    } catch (ExecutionException e) {
      throw KafkaTopics.refused(client, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing to " + topic, e);
    }
  }

  /** A topic of answers, as whoever is the first to use it creates it. */
  public static WantedTopic wanted(String topic, Use use) {
    return WantedTopic.own(topic, "answers", use, Cleanup.NONE);
  }

  /**
   * The mutes that a topic holds, the last of each id; what is none is passed over, since the job
   * tells of it.
   *
   * @throws BadInput in one line, where the broker cannot be reached
   */
  public Collection<Mute> mutes(String topic) {
    KafkaTopics.prepare(client, List.of(wanted(topic, Use.READ)));
    List<Mute> read = new ArrayList<>();
    try (WholeTopic whole = new WholeTopic(client)) {
      whole.read(topic, record -> add(read, record));
    } catch (KafkaException e) {
      throw KafkaTopics.refused(client, e);
    }
    read.sort(Mute.IN_ORDER);
    Map<String, Mute> last = new TreeMap<>();
    read.forEach(mute -> last.put(mute.id(), mute));
    return last.values();
  }

  private static void add(List<Mute> read, ConsumerRecord<String, String> record) {
    byte[] bytes =
        record.value() == null ? new byte[0] : record.value().getBytes(StandardCharsets.UTF_8);
    try {
      read.add(JsonAnswers.readMute(bytes, record.timestamp()));
    } catch (UnreadableRecord ignored) {
      // The job makes it a dead letter.
    }
  }
}
