package io.groundswell.jobs.surge.cli;

import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Posts that are sent as they are made, and some late: chatter, complaints, copies, junk and odd
 * stamps, two in a row by one author. After twenty calm seconds another product breaks every twenty
 * seconds, for ten.
 */
public final class Load implements AutoCloseable {
  private static final int PAUSE_MILLIS = 10;
  private static final int CALM_SECONDS = 20;
  private static final Instant FUTURE = Instant.parse("2099-01-01T00:00:00Z");
  private static final int COPIED = 200;
  private static final Duration PAST = Duration.ofMinutes(10);

  /** With what it takes to send one. */
  private static final Duration USUAL_PAUSE = Duration.ofMillis(12);

  /** Evidence still, in totals only, and dropped. */
  private static final List<Duration> LATE =
      List.of(Duration.ofMinutes(2), Duration.ofHours(3), Duration.ofHours(60));

  /** For so many breakdowns: in the calm all of them are complained of, and so have a baseline. */
  private static final int PRODUCTS = 40;

  private final KafkaProducer<String, String> producer;
  private final String topic;
  private final int first;
  private final int partitions;
  private final Random random;
  private final Instant begin = Instant.now();
  private final Thread thread = new Thread(this::send, "load");
  private final List<String> latest = new ArrayList<>();
  private volatile boolean over;
  private long sent;

  /** Starts to send to the first partitions of a topic. */
  public Load(String broker, String topic, int partitions, long seed) {
    this(broker, topic, 0, partitions, seed);
  }

  /** Starts to send to some partitions of a topic. */
  public Load(String broker, String topic, int first, int partitions, long seed) {
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "delivery.timeout.ms", 180_000),
            new StringSerializer(),
            new StringSerializer());
    this.topic = topic;
    this.first = first;
    this.partitions = partitions;
    this.random = new Random(seed);
    thread.start();
  }

  /**
   * Sends calm minutes as they would have been sent before now, for a job that has yet to begin
   * with the earliest: it knows what is usual, so that what breaks then stands out.
   */
  public static void past(String broker, String topic) {
    Random random = new Random(0);
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
      Instant at = Instant.now().minus(PAST);
      for (int i = 0; i < PAST.dividedBy(USUAL_PAUSE); i++) {
        String text = text(random, random.nextInt(PRODUCTS), false);
        String post = post("past" + i, "past" + i / 2, at, text);
        var unused = producer.send(new ProducerRecord<>(topic, 0, null, post));
        at = at.plus(USUAL_PAUSE);
      }
    }
  }

  private void send() {
    try {
      while (!over) {
        var unused =
            producer.send(
                new ProducerRecord<>(topic, first + (int) (sent % partitions), null, record()));
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
      return dice == 0 ? "no post" : post(FUTURE, "the app is down");
    }
    if (dice == 2) {
      Duration late = LATE.get(random.nextInt(LATE.size()));
      return post(Instant.now().minus(late), "@p0 the app is down, cannot log in since then");
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

  /** Knowing the baseline for seconds only, the detector concedes it a factor of dozens. */
  private String post() {
    Instant now = Instant.now();
    long second = Duration.between(begin, now).toSeconds() - CALM_SECONDS;
    boolean breaks = second >= 0 && second % 20 < 10;
    int product = breaks ? (int) (second / 20 % PRODUCTS) : random.nextInt(PRODUCTS);
    return post(now, text(random, product, breaks));
  }

  private static String text(Random random, int product, boolean breaks) {
    String text =
        random.nextInt(1000) < (breaks ? 700 : 30)
            ? "@p%d the app is down again, cannot log in at all"
            : "thanks @p%d, have a lovely sunday everyone";
    return text.formatted(product);
  }

  /** A catalogue of the products. */
  public static String catalogue() {
    return IntStream.range(0, PRODUCTS)
        .mapToObj("  - {id: p%1$d, handles: ['@p%1$d']}%n"::formatted)
        .collect(joining("", "products:\n", ""));
  }

  /** A policy by which what breaks is noticed in seconds. */
  public static String policy() {
    return "bucket: 10s\nlateness: 1s\nresolve_after: 1m\nlisten_first: 20s\n";
  }

  private String post(Instant at, String text) {
    return post(Long.toString(sent), "u" + sent / 2, at, text);
  }

  private static String post(String id, String author, Instant at, String text) {
    return "{\"id\":\"%s\",\"source\":\"x\",\"created_at\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"%s\"}}"
        .formatted(id, at, text, author);
  }

  /** Stops, and says how many records the broker has. */
  public long stop() throws InterruptedException {
    over = true;
    thread.join();
    return sent;
  }

  @Override
  public void close() {
    over = true;
  }
}
