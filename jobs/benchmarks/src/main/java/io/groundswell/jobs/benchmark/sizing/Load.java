package io.groundswell.jobs.benchmark.sizing;

import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.feed.Posts;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.surge.connector.kafka.Clock;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Posts of the past, as fast as they can be written, and then posts as they come. */
final class Load implements AutoCloseable {
  /** How often the clock of the past ticks, milliseconds. */
  private static final long TICK = 10_000;

  private static final long NAP = 2_000_000;

  private final Random random = new Random(815);
  private final Topics topics;
  private final Posts posts;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;

  /**
   * Sends to the input of some topics.
   *
   * @param products what complaints are about, the first of the catalogue
   */
  Load(Topics topics, int products) {
    this.topics = topics;
    this.posts = new Posts(816, products);
    this.producer = topics.producer();
  }

  /** What would have come meanwhile, with the ticks of the clock, so that time moves as it did. */
  void past(double perSecond, long from, long to) {
    AtomicLong now = new AtomicLong(from);
    try (Clock clock = new Clock(topics.input(0, null), now::get)) {
      while (now.get() < to) {
        long begin = now.get();
        long count = (long) (perSecond * TICK / 1_000);
        for (long i = 0; i < count; i++) {
          any(begin + TICK * i / count);
        }
        producer.flush();
        now.addAndGet(TICK);
        clock.tick();
      }
    }
  }

  /** Sends at a steady rate until a time, epoch milliseconds. */
  void steady(double perSecond, long until) {
    long begin = System.currentTimeMillis();
    long due = 0;
    for (long now = begin; now < until; now = System.currentTimeMillis()) {
      for (; due < perSecond * (now - begin) / 1_000; due++) {
        any(now);
      }
      LockSupport.parkNanos(NAP);
    }
    producer.flush();
  }

  private void any(long at) {
    int draw = random.nextInt(Kind.BLOCK);
    Kind kind =
        draw < Kind.COMPLAINT.perBlock()
            ? Kind.COMPLAINT
            : draw < Kind.COMPLAINT.perBlock() + Kind.NAMING.perBlock() ? Kind.NAMING : Kind.OTHER;
    int partition = (int) (sent++ % Topics.PARTITIONS);
    byte[] record = posts.any(kind, at).getBytes(StandardCharsets.UTF_8);
    var unused = producer.send(new ProducerRecord<>(topics.posts(), partition, null, null, record));
  }

  /** Posts so far. */
  long sent() {
    return sent;
  }

  @Override
  public void close() {
    producer.close();
  }
}
