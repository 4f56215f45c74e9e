package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.feed.Posts;
import io.groundswell.jobs.benchmark.feed.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Posts of one hour after another with the shares of the feed, and the ticks of their clock. Four
 * times a day a product fails for ten minutes.
 */
final class Hours implements AutoCloseable {
  /** An hour, milliseconds. */
  static final long HOUR = 3_600_000;

  /** Time from tick to tick, milliseconds. */
  static final long TICK = 30_000;

  /** Event time of the first post: the midnight before a Monday. */
  static final long START = Instant.parse("2026-03-02T00:00:00Z").toEpochMilli();

  private static final long FAILS_EVERY = 6 * HOUR;
  private static final long FAILS_AFTER = 2 * HOUR;
  private static final long FAILS_FOR = 600_000;
  private static final int COMPLAINTS_A_TICK = 20;
  private static final int REMEMBERED = 20;
  private static final int ONE_COPY_IN = 50;

  private final Random random = new Random(168);
  private final Posts posts = new Posts(169);
  private final List<String> recent = new ArrayList<>();
  private final Topics topics;
  private final Rhythm rhythm;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;
  private long steady;

  Hours(Topics topics, Rhythm rhythm) {
    this.topics = topics;
    this.rhythm = rhythm;
    this.producer = topics.producer();
  }

  /** Tells the job when time begins. */
  void begin() {
    release(List.of(tick(START)));
  }

  /** Writes the posts of an hour; gives its ticks, which nobody has seen yet. */
  List<byte[]> write(int hour) {
    List<byte[]> ticks = new ArrayList<>();
    for (long since = hour * HOUR; since < (hour + 1) * HOUR; since += TICK) {
      posts(since);
      if (since % FAILS_EVERY >= FAILS_AFTER && since % FAILS_EVERY < FAILS_AFTER + FAILS_FOR) {
        int product = (int) (since / FAILS_EVERY % Invented.products());
        for (int i = 0; i < COMPLAINTS_A_TICK; i++) {
          send(posts.complaint(product, START + since + i * TICK / COMPLAINTS_A_TICK));
        }
      }
      ticks.add(tick(START + since + TICK));
    }
    producer.flush();
    return ticks;
  }

  private void posts(long since) {
    long due = rhythm.until(since + TICK) - steady;
    for (long i = 0; i < due; i++) {
      any(START + since + TICK * i / due);
    }
    steady += due;
  }

  private void any(long at) {
    if (!recent.isEmpty() && random.nextInt(ONE_COPY_IN) == 0) {
      send(recent.get(random.nextInt(recent.size())));
      return;
    }
    int draw = random.nextInt(Kind.BLOCK);
    boolean complains = draw < Kind.COMPLAINT.perBlock();
    boolean names = draw < Kind.COMPLAINT.perBlock() + Kind.NAMING.perBlock();
    String post = posts.any(complains ? Kind.COMPLAINT : names ? Kind.NAMING : Kind.OTHER, at);
    recent.add(post);
    if (recent.size() > REMEMBERED) {
      recent.remove(0);
    }
    send(post);
  }

  private void send(String json) {
    int partition = Topics.partition(sent++);
    byte[] record = json.getBytes(StandardCharsets.UTF_8);
    var unused = producer.send(new ProducerRecord<>(topics.posts(), partition, null, null, record));
  }

  private byte[] tick(long time) {
    return topics.tick(time, sent).getBytes(StandardCharsets.UTF_8);
  }

  /** Lets a job read on. */
  void release(List<byte[]> ticks) {
    for (byte[] tick : ticks) {
      var unused = producer.send(new ProducerRecord<>(topics.clock(), 0, null, tick));
    }
    producer.flush();
  }

  /** How many posts there are so far. */
  long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}
