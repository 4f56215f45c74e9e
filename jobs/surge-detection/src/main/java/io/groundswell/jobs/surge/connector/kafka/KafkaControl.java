package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.RulingJson;
import io.groundswell.jobs.surge.connector.RulingJson.Sent;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes rulings to their topic, one after the other, and reads which there have been. */
public final class KafkaControl {
  /** So many rulings of a kind can be rolled back to; what is older is forgotten. */
  private static final int KEPT = 100;

  /** Larger records no broker takes by default, nor does the job, in bytes. */
  private static final int LARGEST = 240 * 1024;

  private static final Duration POLL = Duration.ofMillis(200);

  /** Twenty seconds of them. */
  private static final int MOST_POLLS = 100;

  private final Map<String, String> client;
  private final String topic;
  private final int kept;

  /**
   * Reaches a broker.
   *
   * @param client Kafka's own client settings
   * @param topic of rulings; it is created where it is missing
   */
  public KafkaControl(Map<String, String> client, String topic) {
    this(client, topic, KEPT);
  }

  /** The id of a topic's one writer at a time. */
  static String transactionalId(String topic) {
    return "groundswell-control-" + topic;
  }

  /** Keeps so many. */
  KafkaControl(Map<String, String> client, String topic, int kept) {
    this.client = client;
    this.topic = topic;
    this.kept = kept;
  }

  /**
   * All rulings that can be read, in their order; the job tells of what is none.
   *
   * @throws BadInput in one line, where the broker cannot be reached
   */
  public List<Sent> all() {
    KafkaTopics.prepare(client, List.of(ControlTopic.wanted(topic, Use.READ)));
    List<Sent> all = new ArrayList<>();
    try (WholeTopic whole = new WholeTopic(client)) {
      whole.read(topic, record -> add(all, record.value()));
    } catch (KafkaException e) {
      throw KafkaTopics.refused(client, e);
    }
    return all;
  }

  private static void add(List<Sent> all, String record) {
    if (record == null) {
      return;
    }
    try {
      all.add(RulingJson.readSent(record.getBytes(StandardCharsets.UTF_8), Long.MIN_VALUE));
    } catch (UnreadableRecord ignored) {
      // The job makes it a dead letter.
    }
  }

  /**
   * Rules something; it is there when this returns.
   *
   * @param at when it is made, epoch milliseconds
   * @return its number and its place in the topic
   * @throws BadInput in one line, where the broker cannot be reached, or somebody else ruled at the
   *     same moment
   */
  public Placed rule(RuleKind kind, String content, String by, String because, long at) {
    KafkaTopics.prepare(client, List.of(ControlTopic.wanted(topic, Use.BOTH)));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(producer(), new StringSerializer(), new StringSerializer())) {
      producer.initTransactions(); // Whoever began before, and has not ended, ends in vain.
      List<Ruling> before = all().stream().map(Sent::ruling).filter(r -> r.kind() == kind).toList();
      int number = 1 + before.stream().mapToInt(Ruling::number).max().orElse(0);
      Ruling ruling = new Ruling(kind, number, Long.MIN_VALUE, content, by, because);
      requireSmall(ruling);
      String json = RulingJson.write(ruling, at);
      producer.beginTransaction();
      var sent = producer.send(new ProducerRecord<>(topic, 0, ruling.key(), json));
      for (Ruling old : before) {
        if (old.number() <= number - kept) {
          var unused = producer.send(new ProducerRecord<>(topic, 0, old.key(), null));
        }
      }
      producer.commitTransaction();
      return new Placed(number, sent.get().offset());
    } catch (ProducerFencedException e) {
      throw new BadInput(
          "somebody else has ruled at this moment; look at --history, and try again");
    } catch (KafkaException | ExecutionException e) {
      throw KafkaTopics.refused(client, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while writing to " + topic, e);
    }
  }

  /**
   * Where a ruling stands.
   *
   * @param number counts those of its kind
   * @param offset in its topic
   */
  public record Placed(int number, long offset) {}

  /** Whether a file can be ruled: brokers, and the job, take no larger records. */
  public static boolean fits(String content) {
    return size(new Ruling(RuleKind.CATALOGUE, 1, Long.MIN_VALUE, content, "", "")) <= LARGEST;
  }

  private static int size(Ruling ruling) {
    return RulingJson.write(ruling, 0).length();
  }

  private static void requireSmall(Ruling ruling) {
    if (!fits(ruling.content())) {
      throw new BadInput(
          "%s: is %d KB even when packed, and what is ruled may have %d; write less of it"
              .formatted(ruling.kind().label(), size(ruling) / 1024, LARGEST / 1024));
    }
  }

  private Properties producer() {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("acks", "all");
    properties.put("max.block.ms", "10000");
    properties.put("delivery.timeout.ms", "15000");
    properties.put("request.timeout.ms", "10000");
    properties.put("linger.ms", "0");
    properties.put("transactional.id", transactionalId(topic));
    return properties;
  }

  /**
   * Waits until a running job takes up a ruling.
   *
   * @param clock the topic of the job's clock
   * @return from when on it holds, epoch milliseconds; empty where no job has taken it up within 20
   *     seconds
   */
  public OptionalLong from(String clock, long offset) {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("isolation.level", "read_committed");
    properties.put("enable.auto.commit", "false");
    TopicPartition partition = new TopicPartition(clock, 0);
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      consumer.seek(partition, Math.max(0, end - 20)); // It may have been quicker than we are.
      for (int i = 0; i < MOST_POLLS; i++) {
        for (var record : consumer.poll(POLL)) {
          Tick tick = Tick.of(record.value());
          if (tick.ends().getOrDefault(topic + "-0", 0L) > offset) {
            return OptionalLong.of(tick.time());
          }
        }
      }
      return OptionalLong.empty();
    } catch (KafkaException e) {
      throw KafkaTopics.refused(client, e);
    } catch (IOException e) {
      throw new BadInput("clock: '%s' holds no ticks; mend its name".formatted(clock));
    }
  }
}
