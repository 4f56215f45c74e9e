package io.groundswell.jobs.surge.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Posts that are sent as they are made: chatter, complaints, copies, junk and odd stamps; and from
 * the second half minute on, a part of Acme breaks for twenty seconds of every forty.
 */
final class Load implements AutoCloseable {
  private static final int PAUSE_MILLIS = 10;
  private static final int CALM_SECONDS = 30;
  private static final Instant FUTURE = Instant.parse("2099-01-01T00:00:00Z");
  private static final int COPIED = 200;
  private static final String[] TAGS = {"login", "pay"};

  private final KafkaProducer<String, String> producer;
  private final String topic;
  private final int partitions;
  private final Random random;
  private final Instant begin = Instant.now();
  private final Thread thread = new Thread(this::send, "load");
  private final List<String> latest = new ArrayList<>();
  private volatile boolean over;
  private long sent;

  /** Starts to send. */
  Load(String broker, String topic, int partitions, long seed) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "delivery.timeout.ms", 180_000),
            new StringSerializer(),
            new StringSerializer());
    this.topic = topic;
    this.partitions = partitions;
    this.random = new Random(seed);
    thread.start();
  }

  private void send() {
    try {
      while (!over) {
        var unused =
            producer.send(new ProducerRecord<>(topic, (int) (sent % partitions), null, record()));
        sent++;
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    producer.close();
  }

  private String record() {
    int dice = random.nextInt(100);
    if (dice < 2) {
      return dice == 0 ? "no post" : post(FUTURE, "the app is down", "acme");
    }
    if (dice < 10 && !latest.isEmpty()) {
      return latest.get(random.nextInt(latest.size()));
    }
    String post = post();
    latest.add(post);
    if (latest.size() > COPIED) {
      latest.remove(0);
    }
    return post;
  }

  /** Knowing the baseline for half a minute only, the detector concedes it a factor of dozens. */
  private String post() {
    Instant now = Instant.now();
    long second = Duration.between(begin, now).toSeconds() - CALM_SECONDS;
    boolean breaks = second >= 0 && second % 40 < 20;
    String part = TAGS[(int) (Math.max(0, second) / 40 % 2)];
    return random.nextInt(1000) < (breaks ? 700 : 5)
        ? post(now, "@acme the app is down again, cannot log in at all", part)
        : post(now, "thanks @acme, have a lovely sunday everyone", "acme");
  }

  private String post(Instant at, String text, String tag) {
    return "{\"id\":\"%d\",\"source\":\"x\",\"created_at\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"u%d\"},\"tags\":[\"%s\"]}"
        .formatted(sent, at, text, sent, tag);
  }

  /** Stops, and says how many records the broker has. */
  long stop() throws InterruptedException {
    over = true;
    thread.join();
    return sent;
  }

  @Override
  public void close() {
    over = true;
  }
}
