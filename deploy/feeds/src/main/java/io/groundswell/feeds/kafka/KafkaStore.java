package io.groundswell.feeds.kafka;

import io.groundswell.feeds.Cursors;
import io.groundswell.feeds.Item;
import io.groundswell.feeds.Mistake;
import io.groundswell.feeds.Store;
import io.groundswell.feeds.web.Sizes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * A topic. Each record carries in its headers which {@code feed} wrote it and from which {@code
 * cursor} that would resume; so the topic itself knows how far each feed has come.
 */
public final class KafkaStore implements Store, AutoCloseable {
  static final String FEED = "feed";
  static final String CURSOR = "cursor";

  /** With posts of a few KB this is less than the producer's 64 MB. */
  private static final int MOST_ON_THE_WAY = 10_000;

  private static final Map<String, Object> PRODUCER =
      Map.of(
          "acks", "all",
          "enable.idempotence", "true",
          "compression.type", "lz4",
          "linger.ms", "20",
          "buffer.memory", 64L << 20,
          // A broker that is away is waited for, however long: meanwhile nothing is read.
          "delivery.timeout.ms", Integer.MAX_VALUE,
          "max.block.ms", Long.MAX_VALUE);

  private static final Duration LAST_WORDS = Duration.ofSeconds(10);

  private final String topic;
  private final byte[] feed;
  private final Consumer<String> out;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Semaphore room = new Semaphore(MOST_ON_THE_WAY);
  private final @Nullable String begin;
  private final Arrived arrived;
  private @Nullable String reached;
  private volatile @Nullable Exception failure;

  private KafkaStore(
      Map<String, Object> client,
      String topic,
      String feed,
      @Nullable String begin,
      Consumer<String> out) {
    this.topic = topic;
    this.feed = feed.getBytes(StandardCharsets.UTF_8);
    this.out = out;
    this.begin = begin;
    reached = begin;
    arrived = new Arrived(begin);
    Map<String, Object> settings = new HashMap<>(client);
    settings.putAll(PRODUCER);
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /**
   * Opens a topic, which is created where it is missing.
   *
   * @param client settings of Kafka's clients
   * @param feed who writes, since others may write to the same topic
   * @param out is told if the broker stays away
   * @throws Mistake if no broker answers, or refuses
   */
  public static KafkaStore open(
      Map<String, Object> client, String topic, String feed, Consumer<String> out)
      throws InterruptedException {
    try {
      TopicEnd.prepare(client, topic);
      String begin = TopicEnd.cursor(client, topic, feed);
      return new KafkaStore(client, topic, feed, begin, out);
    } catch (InterruptException e) {
      throw interrupted();
    } catch (KafkaException e) {
      throw new Mistake("--brokers, --kafka: " + deepest(e));
    }
  }

  private static @Nullable String deepest(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage();
  }

  /** Kafka's own exception leaves the thread interrupted, so that not even closing would work. */
  private static InterruptedException interrupted() {
    Thread.interrupted();
    return new InterruptedException();
  }

  @Override
  public @Nullable String cursor() {
    return begin;
  }

  @Override
  public void send(Item item) throws InterruptedException {
    while (!room.tryAcquire(1, TimeUnit.MINUTES)) {
      out.accept("the broker has confirmed nothing for a minute; waiting for it");
    }
    Exception failed = failure;
    if (failed != null) {
      throw new IllegalStateException(
          "topic '%s' takes no records: %s".formatted(topic, failed.getMessage()), failed);
    }
    reached = Cursors.later(reached, item.cursor());
    Arrived.Sent sent = arrived.send(reached);
    try {
      var unused =
          producer.send(record(item, sent.resume()), (place, refusal) -> answered(sent, refusal));
    } catch (InterruptException e) {
      throw interrupted();
    }
  }

  private void answered(Arrived.Sent sent, @Nullable Exception refusal) {
    if (refusal == null) {
      sent.confirm();
    } else {
      failure = refusal;
    }
    room.release();
  }

  private ProducerRecord<byte[], byte[]> record(Item item, @Nullable String cursor) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, null, Sizes.cut(item.value()));
    record.headers().add(FEED, feed);
    if (cursor != null) {
      record.headers().add(CURSOR, cursor.getBytes(StandardCharsets.UTF_8));
    }
    return record;
  }

  /** Waits a little for what is on its way. */
  @Override
  public void close() {
    producer.close(LAST_WORDS);
  }
}
