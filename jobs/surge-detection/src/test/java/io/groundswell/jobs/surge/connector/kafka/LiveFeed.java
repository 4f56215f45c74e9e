package io.groundswell.jobs.surge.connector.kafka;

import static java.util.stream.Collectors.toSet;

import io.groundswell.jobs.surge.LiveDetection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** Posts sent to a broker as if at their own pace, and what the job makes of them. */
public final class LiveFeed implements AutoCloseable {
  private static final long LATENESS = 15_000;
  private static final String CONTACTS = "-contacts";
  private static final String CHANGES = "-changes";
  private static final String VERDICTS = "-verdicts";
  private static final String MUTES = "-mutes";
  private static final String CONTROL = "-control";
  private static final long SECOND = 1_000;
  private static final long TICK = 300_000;

  private final String name;
  private final List<TopicPartition> posts;
  private final KafkaInput input;
  private final TopicReader reader;
  private final AtomicLong now;

  /** Creates the topics. */
  public LiveFeed(String broker, String name, int partitions) throws Exception {
    this.name = name;
    this.posts = IntStream.range(0, partitions).mapToObj(p -> new TopicPartition(name, p)).toList();
    this.reader = new TopicReader(broker);
    this.now = new AtomicLong();
    this.input =
        new KafkaInput(
            Map.of("bootstrap.servers", broker),
            name,
            List.of(name),
            List.of(name + CONTACTS),
            List.of(name + CHANGES),
            List.of(name + VERDICTS),
            List.of(name + MUTES),
            name + CONTROL,
            name + "-clock",
            StartAt.EARLIEST,
            LATENESS,
            null);
    try (Topics created = new Topics(broker, name, partitions)) {
      created.create(name + CONTACTS);
      created.create(name + CHANGES);
      KafkaTopics.prepare(LiveDetection.needs(input, output(), topics()));
    }
  }

  public KafkaInput input() {
    return input;
  }

  private LiveFeed(LiveFeed feed, List<TopicPartition> posts, KafkaInput input) {
    this.name = feed.name;
    this.posts = posts;
    this.reader = feed.reader;
    this.input = input;
    this.now = feed.now;
  }

  /** The feed for a job that reads no change events. */
  public LiveFeed withoutChanges() {
    return new LiveFeed(this, posts, input(input.posts(), List.of()));
  }

  /** The feed from now on with a further topic, into which some of the posts go. */
  public LiveFeed withMorePosts() throws Exception {
    TopicPartition more = new TopicPartition(name + "-more", 0);
    Topics.create(input, more.topic(), 1);
    List<TopicPartition> all = Stream.concat(posts.stream(), Stream.of(more)).toList();
    return new LiveFeed(this, all, input(List.of(name, more.topic()), input.changes()));
  }

  private KafkaInput input(List<String> posts, List<String> changes) {
    return new KafkaInput(
        input.client(),
        input.group(),
        posts,
        input.contacts(),
        changes,
        input.verdicts(),
        input.mutes(),
        input.control(),
        input.clock(),
        input.start(),
        input.lateness(),
        null);
  }

  public KafkaOutput output() {
    return new KafkaOutput(input.client(), name, 900_000);
  }

  public LiveDetection.OutputTopics topics() {
    return LiveDetection.OutputTopics.behind(name + "-");
  }

  /**
   * Sends posts, support contacts, told by their channel, deployments on GitHub and answers in the
   * order of their time, with a tick of the clock every five minutes.
   */
  public void send(List<String> records) {
    send(records, -1);
  }

  /** The same, but of one partition nothing arrives. */
  public void send(List<String> records, int dead) {
    List<String> inOrder = new ArrayList<>(records);
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
        String beside = beside(post);
        int place = beside.isEmpty() ? sent++ % posts.size() : -1;
        if (place != dead || place < 0) {
          TopicPartition to = place < 0 ? new TopicPartition(name + beside, 0) : posts.get(place);
          String key = beside.equals(CONTROL) ? "ruling " + time : null;
          var unused = producer.send(new ProducerRecord<>(to.topic(), to.partition(), key, post));
        }
      }
      producer.flush();
    }
  }

  /** Lets time pass second by second, up to and with a moment. */
  public void passUntil(Instant moment) {
    now.compareAndSet(0, moment.toEpochMilli() - SECOND);
    try (Clock clock = new Clock(input, now::get)) {
      while (now.get() + SECOND <= moment.toEpochMilli()) {
        now.addAndGet(SECOND);
        clock.tick();
      }
    }
  }

  /** Lets time pass until the last bucket has closed. */
  public void end() {
    try (Clock clock = new Clock(input, now::get)) {
      now.addAndGet(2 * TICK);
      clock.tick();
    }
  }

  /** The topic beside that of posts into which a record belongs. */
  private static String beside(String record) {
    if (record.contains("\"channel\":")) {
      return CONTACTS;
    }
    if (record.contains("\"incident_id\":")) {
      return VERDICTS;
    }
    if (record.contains("\"number\":")) {
      return CONTROL;
    }
    if (record.contains("\"because\":")) {
      return MUTES;
    }
    return record.contains("\"deployment\":") ? CHANGES : "";
  }

  /** When a record says that it was made. */
  public static Instant time(String post) {
    String field = beside(post).isEmpty() || post.contains("created_at") ? "created_at" : "at";
    int at = post.indexOf("\"" + field + "\":\"") + field.length() + 4;
    Instant time = Instant.parse(post.substring(at, post.indexOf('"', at)));
    // What is to hold from a tick on is sent before it.
    return beside(post).equals(CONTROL) ? time.minusMillis(1) : time;
  }

  /** Waits until checkpoints say that every tick so far has been applied, and twice more. */
  public void awaitRead() throws InterruptedException {
    TopicPartition clock = new TopicPartition(input.clock(), 0);
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(input.consumer())) {
      long end = consumer.endOffsets(List.of(clock)).get(clock);
      long reached = 0;
      // The last offset is a transaction's mark.
      while (reached < end - 1) {
        Thread.sleep(100);
        OffsetAndMetadata committed = consumer.committed(Set.of(clock)).get(clock);
        reached = committed == null ? 0 : committed.offset();
      }
    }
    Thread.sleep(2_000);
  }

  /** Waits until checkpoints say that somebody reads every topic. */
  public void awaitJoined() throws InterruptedException {
    Set<TopicPartition> firsts =
        input.topics().stream().map(topic -> new TopicPartition(topic, 0)).collect(toSet());
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(input.consumer())) {
      while (consumer.committed(firsts).containsValue(null)) {
        Thread.sleep(100);
      }
    }
  }

  /** What time the last tick told. */
  public Instant time() {
    return Instant.ofEpochMilli(now.get());
  }

  /** How many updates of incidents have been told so far. */
  public int told() {
    return (int) reader.end(topics().incidents());
  }

  /** The values of at least so many updates of incidents, in the order in which they came. */
  public List<String> incidents(int count) {
    return reader.values(topics().incidents(), count);
  }

  /** What the committed ledger says once it holds at least so many records. */
  public Map<String, Long> ledger(long records) {
    return reader.ledger(topics().ledger(), records);
  }

  /** The values of at least so many volumes. */
  public List<String> volumes(int count) {
    return reader.values(topics().volumes(), count);
  }

  /** How many records of one of the job's topics are committed. */
  public int committed(String topic) {
    return reader.committed(topic);
  }

  /** The values of at least so many posts that count. */
  public List<String> countedPosts(int count) {
    return reader.values(
        topics().countedPosts(), count, line -> !line.startsWith("{\"chatter\":true"));
  }

  /** The values of at least so many buckets of the support queue. */
  public List<String> contactVolumes(int count) {
    return reader.values(topics().contactVolumes(), count);
  }

  /** The last row of each key of the lead ledger, once all that are wanted are there. */
  public Map<String, String> leads(Collection<String> wanted) {
    return reader.lastValues(topics().leadLedger(), wanted);
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
