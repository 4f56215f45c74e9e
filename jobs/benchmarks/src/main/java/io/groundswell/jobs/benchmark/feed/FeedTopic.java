package io.groundswell.jobs.benchmark.feed;

import io.groundswell.jobs.surge.connector.kafka.Clock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The feed on a broker, written once, with the ticks that its clock made meanwhile: one for each
 * second of event time. Runs read the same posts; each has a clock's topic of its own, into which
 * the ticks are let out when it is to read.
 */
public final class FeedTopic {
  private static final long TICK = 1_000;

  /** After the last post, so that every bucket closes. */
  private static final long SILENCE = 180_000;

  private final Topics topics;
  private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private final List<Long> reached = new ArrayList<>();
  private final List<byte[]> ticks = new ArrayList<>();
  private long posts;
  private long copies;
  private long distinctComplaints;
  private long bytes;
  private long lastTime;

  private FeedTopic(Topics topics) {
    this.topics = topics;
  }

  /** Writes a feed. */
  public static FeedTopic write(String broker, Feed feed) throws Exception {
    FeedTopic topic = new FeedTopic(new Topics(broker, "feed", "feed"));
    Topics.createInput(broker, topic.topics.posts());
    topic.topics.create();
    topic.fill(feed);
    topic.readTicks();
    return topic;
  }

  private void fill(Feed feed) {
    AtomicLong now = new AtomicLong(Feed.START);
    try (KafkaProducer<byte[], byte[]> producer = topics.producer();
        Clock clock = new Clock(topics.input(0, null), now::get)) {
      while (feed.hasNext()) {
        Feed.Item item = feed.next();
        while (item.at() >= now.get() + TICK) {
          tick(producer, clock, now, TICK);
        }
        send(producer, item);
      }
      tick(producer, clock, now, TICK);
      tick(producer, clock, now, SILENCE);
      lastTime = now.get();
    }
  }

  private void tick(
      KafkaProducer<byte[], byte[]> producer, Clock clock, AtomicLong now, long step) {
    producer.flush();
    now.addAndGet(step);
    clock.tick();
    reached.add(posts);
  }

  private void send(KafkaProducer<byte[], byte[]> producer, Feed.Item item) {
    byte[] record = item.json().getBytes(StandardCharsets.UTF_8);
    var unused =
        producer.send(
            new ProducerRecord<>(
                topics.posts(), (int) (posts % Topics.PARTITIONS), item.at(), null, record));
    posts++;
    bytes += record.length;
    copies += item.copy() ? 1 : 0;
    kinds.merge(item.kind(), 1L, Long::sum);
    distinctComplaints += item.kind() == Kind.COMPLAINT && !item.copy() ? 1 : 0;
  }

  private void readTicks() {
    Properties properties = new Properties();
    properties.putAll(topics.client());
    properties.put("isolation.level", "read_committed");
    properties.put("auto.offset.reset", "earliest");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(new TopicPartition(topics.clock(), 0)));
      while (ticks.size() < reached.size()) {
        consumer.poll(Duration.ofSeconds(1)).forEach(record -> ticks.add(record.value()));
      }
    }
  }

  /** Topics of a run that reads this feed. */
  public Topics run(String name) {
    return new Topics(topics.broker(), topics.posts(), name).create();
  }

  /** Lets a run read on to a tick. */
  public void release(Topics run, int from, int to) {
    try (KafkaProducer<byte[], byte[]> producer = run.producer()) {
      release(producer, run, from, to);
    }
  }

  /** The same, with what people rule meanwhile, a thousand times an hour. */
  public void releaseRuled(Topics run, int from, int to) {
    try (KafkaProducer<byte[], byte[]> producer = run.producer()) {
      release(producer, run, Ruled.ticks(ticks.subList(from, to), from, run.control() + "-0"));
    }
  }

  /** The same with a producer that is there. */
  public void release(KafkaProducer<byte[], byte[]> producer, Topics run, int from, int to) {
    release(producer, run, ticks.subList(from, to));
  }

  private static void release(
      KafkaProducer<byte[], byte[]> producer, Topics run, List<byte[]> ticks) {
    for (byte[] tick : ticks) {
      var unused = producer.send(new ProducerRecord<>(run.clock(), 0, null, tick));
    }
    producer.flush();
  }

  /** How many rulings {@link #releaseRuled} has from a tick on to the last. */
  public long rulings(int from) {
    return Ruled.before(ticks.size()) - Ruled.before(from);
  }

  /** How many ticks there are. */
  public int ticks() {
    return ticks.size();
  }

  /** Event time of a tick, epoch milliseconds. */
  public long time(int tick) {
    return tick == ticks.size() - 1 ? lastTime : Feed.START + (tick + 1) * TICK;
  }

  /** How many posts come before a tick. */
  public long postsBefore(int tick) {
    return reached.get(tick);
  }

  /** All posts. */
  public long posts() {
    return posts;
  }

  /** Mean size of a post. */
  public double meanBytes() {
    return (double) bytes / posts;
  }

  /** Share of posts of a kind, copies among them. */
  public double share(Kind kind) {
    return (double) kinds.getOrDefault(kind, 0L) / posts;
  }

  /** Complaints, copies not among them: what the whole job has to count. */
  public long distinctComplaints() {
    return distinctComplaints;
  }

  /** Share of posts that are copies. */
  public double shareOfCopies() {
    return (double) copies / posts;
  }
}
