package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.LiveDetection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Posts sent to a broker as if at their own pace, and what the job makes of them. */
public final class LiveFeed implements AutoCloseable {
  private static final long LATENESS = 15_000;
  private static final long TICK = 300_000;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String name;
  private final int partitions;
  private final KafkaInput input;
  private final AtomicLong now = new AtomicLong();

  /** Creates the topics. */
  public LiveFeed(String broker, String name, int partitions) throws Exception {
    this.name = name;
    this.partitions = partitions;
    this.input =
        new KafkaInput(
            Map.of("bootstrap.servers", broker),
            List.of(name),
            name + "-clock",
            KafkaInput.StartAt.EARLIEST,
            LATENESS,
            null);
    try (Topics created = new Topics(broker, name, partitions)) {
      KafkaTopics.prepare(created.input().client(), List.of(name), name + "-clock", topics().all());
    }
  }

  public KafkaInput input() {
    return input;
  }

  public KafkaOutput output() {
    return new KafkaOutput(input.client(), name, 900_000);
  }

  public LiveDetection.OutputTopics topics() {
    return new LiveDetection.OutputTopics(
        name + "-incidents", name + "-volumes", name + "-dead-letters", name + "-late");
  }

  /** Sends posts in the order of their time, with a tick of the clock every five minutes. */
  public void send(List<String> posts) {
    List<String> inOrder = new ArrayList<>(posts);
    inOrder.sort(Comparator.comparing(LiveFeed::time));
    try (KafkaProducer<String, String> producer =
            new KafkaProducer<>(properties(), new StringSerializer(), new StringSerializer());
        Clock clock = new Clock(input, now::get)) {
      int sent = 0;
      for (String post : inOrder) {
        long time = time(post).toEpochMilli();
        while (time >= now.get() + TICK) {
          producer.flush();
          now.set(now.get() == 0 ? time - time % TICK : now.get() + TICK);
          clock.tick();
        }
        var unused = producer.send(new ProducerRecord<>(name, sent++ % partitions, null, post));
      }
      producer.flush();
    }
  }

  /** Lets time pass until the last bucket has closed. */
  public void end() {
    try (Clock clock = new Clock(input, now::get)) {
      now.addAndGet(2 * TICK);
      clock.tick();
    }
  }

  private static Instant time(String post) {
    int at = post.indexOf("\"created_at\":\"") + 14;
    return Instant.parse(post.substring(at, post.indexOf('"', at)));
  }

  /** The values of at least so many updates of incidents, in the order in which they came. */
  public List<String> incidents(int count) {
    return values(topics().incidents(), count);
  }

  /** The values of at least so many volumes. */
  public List<String> volumes(int count) {
    return values(topics().volumes(), count);
  }

  private List<String> values(String topic, int count) {
    Properties properties = properties();
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "earliest");
    properties.put("group.id", topic + "-reader");
    properties.put("enable.auto.commit", "false");
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long polls = PATIENCE.toMillis() / 200;
      for (long i = 0; i < polls && values.size() < count; i++) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(input.client());
    return properties;
  }

  @Override
  public void close() {
    // Topics stay until the broker goes.
  }
}
