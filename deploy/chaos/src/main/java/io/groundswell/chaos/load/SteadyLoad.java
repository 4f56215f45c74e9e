package io.groundswell.chaos.load;

import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.feed.Posts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Posts that come steadily, and what may go wrong with them. A thread of its own sends them; what
 * is asked of it from others is done between two posts.
 */
public final class SteadyLoad implements AutoCloseable {
  /** How far apart the complaints of a surge come, in milliseconds. */
  private static final long PACE = 25;

  /** Every so many posts one comes from a source whose clock can be set wrong. */
  private static final int OTHER_SOURCE = 4;

  private static final int REMEMBERED = 20_000;
  private static final long PATIENCE_MILLIS = 600_000;
  private static final List<String> POISON =
      List.of(
          "",
          "null",
          "no post at all",
          "{\"id\":\"1\",\"source\":\"x\"",
          "{\"id\":7,\"source\":[],\"created_at\":\"yesterday\",\"text\":{}}",
          "[".repeat(5_000),
          "\u0000\u0001\u0002");

  private final Random random;
  private final Posts posts;
  private final String topic;
  private final int partitions;
  private final double perSecond;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private final Deque<Due> surging = new ArrayDeque<>();
  private final Deque<byte[]> sentLately = new ArrayDeque<>();
  private final List<byte[]> held = new ArrayList<>();
  private final AtomicLong acknowledged = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Thread thread = new Thread(this::run, "load");
  private boolean over;
  private double factor = 1;
  private long skew;
  private int silent = -1;
  private long sent;

  /**
   * Starts to send.
   *
   * @param topic with so many partitions, all of which get posts
   */
  public SteadyLoad(String broker, String topic, int partitions, double perSecond, long seed) {
    this.topic = topic;
    this.partitions = partitions;
    this.perSecond = perSecond;
    random = new Random(seed);
    posts = new Posts(seed + 1);
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker);
    properties.put("acks", "all");
    properties.put("linger.ms", "5");
    properties.put("buffer.memory", String.valueOf(256 << 20));
    properties.put("max.block.ms", String.valueOf(PATIENCE_MILLIS));
    properties.put("delivery.timeout.ms", String.valueOf(PATIENCE_MILLIS));
    producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
    thread.start();
  }

  private record Due(long at, int product) {}

  private void run() {
    double due = 0;
    long last = System.currentTimeMillis();
    while (!over) {
      for (Runnable ask = asked.poll(); ask != null; ask = asked.poll()) {
        ask.run();
      }
      long now = System.currentTimeMillis();
      due += perSecond * factor * (now - last) / 1_000;
      last = now;
      for (; due >= 1; due--) {
        any(now);
      }
      while (!surging.isEmpty() && surging.getFirst().at <= now) {
        send(posts.complaint(surging.removeFirst().product, now));
      }
      LockSupport.parkNanos(2_000_000);
    }
    producer.flush();
  }

  private void any(long at) {
    int draw = random.nextInt(Kind.BLOCK);
    boolean complains = draw < Kind.COMPLAINT.perBlock();
    boolean names = draw < Kind.COMPLAINT.perBlock() + Kind.NAMING.perBlock();
    boolean other = sent % OTHER_SOURCE == 0;
    long stamped = other ? at + skew : at;
    String post =
        complains
            ? posts.complaint(random.nextInt(Invented.products()), stamped)
            : posts.any(names ? Kind.NAMING : Kind.OTHER, stamped);
    send(other ? post.replace("\"source\":\"x\"", "\"source\":\"forum\"") : post);
  }

  private void send(String json) {
    byte[] record = json.getBytes(StandardCharsets.UTF_8);
    sentLately.addLast(record);
    if (sentLately.size() > REMEMBERED) {
      sentLately.removeFirst();
    }
    send(record);
  }

  private void send(byte @Nullable [] record) {
    int partition = (int) (sent++ % partitions);
    if (partition == silent && record != null) {
      held.add(record);
    } else {
      send(partition, record);
    }
  }

  private void send(int partition, byte @Nullable [] record) {
    var unused =
        producer.send(
            new ProducerRecord<>(topic, partition, null, null, record),
            (metadata, failure) -> (failure == null ? acknowledged : refused).incrementAndGet());
  }

  /** A product breaks, for so long from now on. */
  public void surge(int product, Duration length) {
    asked.add(
        () -> {
          long now = System.currentTimeMillis();
          for (long after = 0; after < length.toMillis(); after += PACE) {
            surging.addLast(new Due(now + after, product));
          }
        });
  }

  /** From now on so many times as many posts come. */
  public void rate(double times) {
    asked.add(() -> factor = times);
  }

  /** The clock of one source is wrong from now on by so many milliseconds. */
  public void skew(long millis) {
    asked.add(() -> skew = millis);
  }

  /** Nothing comes from a partition; what should have is kept for later. */
  public void silence(int partition) {
    asked.add(() -> silent = partition);
  }

  /** The partition that was silent gets everything that was kept. */
  public void release() {
    asked.add(
        () -> {
          int partition = silent;
          silent = -1;
          held.forEach(record -> send(partition, record));
          held.clear();
        });
  }

  /** Sends everything again that it remembers, as fast as it can. */
  public void again() {
    asked.add(() -> List.copyOf(sentLately).forEach(this::send));
  }

  /** Sends so many records that are no posts. */
  public void poison(int records) {
    asked.add(
        () -> {
          for (int i = 0; i < records; i++) {
            int one = random.nextInt(POISON.size() + 1);
            send(one == POISON.size() ? null : POISON.get(one).getBytes(StandardCharsets.UTF_8));
          }
        });
  }

  /** How many records the broker has taken. */
  public long acknowledged() {
    return acknowledged.get();
  }

  /** How many it has not, in ten minutes. */
  public long refused() {
    return refused.get();
  }

  /** Stops, once everything is sent. */
  public void stop() {
    release();
    asked.add(() -> over = true);
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    producer.close();
  }
}
