package io.groundswell.jobs.benchmark.live;

import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Kind;
import io.groundswell.jobs.benchmark.feed.Posts;
import io.groundswell.jobs.benchmark.feed.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Posts sent to a topic as they come, with the shares of the feed; copies excepted. */
final class LiveLoad implements AutoCloseable {
  private final Random random = new Random(4_711);
  private final Posts posts = new Posts(4_712);
  private final List<Sent> complaints = new ArrayList<>();
  private final Topics topics;
  private final LongSupplier clock;
  private final KafkaProducer<byte[], byte[]> producer;
  private long sent;

  /**
   * Sends to the input of some topics.
   *
   * @param clock what time it is, in epoch milliseconds
   */
  LiveLoad(Topics topics, LongSupplier clock) {
    this.topics = topics;
    this.clock = clock;
    this.producer = topics.producer();
  }

  /**
   * A complaint that was sent.
   *
   * @param product its position in the catalogue
   * @param at when, epoch milliseconds
   */
  record Sent(int product, long at) {}

  /**
   * Sends posts at a steady rate.
   *
   * @param length milliseconds
   * @param each is asked for more before every slice of time
   */
  void steady(double perSecond, long length, Slice each) {
    long begin = clock.getAsLong();
    double due = 0;
    for (long now = begin; now < begin + length; now = clock.getAsLong()) {
      each.at(now);
      double target = perSecond * (now - begin) / 1_000;
      for (; due < target; due++) {
        any(now);
      }
      LockSupport.parkNanos(2_000_000);
    }
    producer.flush();
  }

  /** What happens beside the steady posts. */
  interface Slice {
    /** Now, in epoch milliseconds. */
    void at(long now);
  }

  /**
   * Sends what a stop has missed, all at once, with the times at which it would have come.
   *
   * @param each is asked for more before every post
   */
  void backlog(double perSecond, long from, long to, Slice each) {
    long count = (long) (perSecond * (to - from) / 1_000);
    for (long i = 0; i < count; i++) {
      long at = from + (to - from) * i / count;
      each.at(at);
      any(at);
    }
    producer.flush();
  }

  /** How many posts were sent. */
  long sent() {
    return sent;
  }

  /** What the clock says when nothing but this has sent posts. */
  String tick(long time) {
    return topics.tick(time, sent);
  }

  private void any(long at) {
    int draw = random.nextInt(Kind.BLOCK);
    if (draw < Kind.COMPLAINT.perBlock()) {
      complain(random.nextInt(Invented.products()), at);
    } else {
      boolean naming = draw < Kind.COMPLAINT.perBlock() + Kind.NAMING.perBlock();
      send(posts.any(naming ? Kind.NAMING : Kind.OTHER, at));
    }
  }

  /** Sends a complaint about a product as a whole, from a new author. */
  void complain(int product, long at) {
    complaints.add(new Sent(product, at));
    send(posts.complaint(product, at));
  }

  private void send(String json) {
    int partition = Topics.partition(sent++);
    byte[] record = json.getBytes(StandardCharsets.UTF_8);
    var unused = producer.send(new ProducerRecord<>(topics.posts(), partition, null, null, record));
  }

  /** Complaints in the order in which they were sent. */
  List<Sent> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    producer.close();
  }
}
