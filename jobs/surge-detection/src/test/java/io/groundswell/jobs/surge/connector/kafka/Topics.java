package io.groundswell.jobs.surge.connector.kafka;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;

/** An input and its clock on a broker, written to step by step. */
final class Topics implements AutoCloseable {
  private final KafkaInput input;
  private final KafkaProducer<String, String> producer;
  private final KafkaProducer<String, String> transactional;
  private final KafkaConsumer<byte[], byte[]> committed;
  private final AtomicLong time = new AtomicLong();
  private final Clock clock;

  Topics(String broker, String name, int partitions) throws Exception {
    this(broker, name, partitions, StartAt.EARLIEST);
  }

  Topics(String broker, String name, int partitions, StartAt start) throws Exception {
    input =
        new KafkaInput(
            Map.of("bootstrap.servers", broker),
            name,
            List.of(name),
            List.of(),
            List.of(),
            name + "-clock",
            start,
            0,
            null);
    create(input, name, partitions);
    create(input, input.clock(), 1);
    producer = new KafkaProducer<>(properties(), new StringSerializer(), new StringSerializer());
    Properties inTransactions = properties();
    inTransactions.put("transactional.id", name + "-writer");
    transactional =
        new KafkaProducer<>(inTransactions, new StringSerializer(), new StringSerializer());
    transactional.initTransactions();
    committed = new KafkaConsumer<>(input.consumer());
    clock = new Clock(input, time::get);
  }

  /** The same input, begun elsewhere. */
  KafkaInput startingAt(StartAt start) {
    return new KafkaInput(
        input.client(),
        input.group(),
        input.posts(),
        input.contacts(),
        input.changes(),
        input.clock(),
        start,
        input.lateness(),
        null);
  }

  /** Says for the input's group how far it has read, partition by partition; and of the clock. */
  void commit(long clockOffset, long... offsets) {
    Map<TopicPartition, OffsetAndMetadata> reached = new HashMap<>();
    reached.put(new TopicPartition(input.clock(), 0), new OffsetAndMetadata(clockOffset));
    for (int i = 0; i < offsets.length; i++) {
      reached.put(new TopicPartition(input.posts().get(0), i), new OffsetAndMetadata(offsets[i]));
    }
    committed.commitSync(reached);
  }

  /** Adds partitions until there are so many. */
  void grow(int partitions) throws Exception {
    try (Admin admin = Admin.create(properties())) {
      admin
          .createPartitions(Map.of(input.posts().get(0), NewPartitions.increaseTo(partitions)))
          .all()
          .get();
    }
  }

  /** One more topic, with one partition. */
  void create(String topic) throws Exception {
    create(input, topic, 1);
  }

  /** One more topic on the broker of an input. */
  static void create(KafkaInput input, String topic, int partitions) throws Exception {
    try (Admin admin = Admin.create(new HashMap<String, Object>(input.client()))) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
      // The controller has answered; the broker may learn of it a little later.
      while (!admin.listTopics().names().get().contains(topic)) {
        Thread.onSpinWait();
      }
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(input.client());
    return properties;
  }

  KafkaInput input() {
    return input;
  }

  /** Writes texts {@code from} to below {@code to}, spread over the partitions. */
  Topics write(String word, int from, int to) throws Exception {
    int partitions = producer.partitionsFor(input.topics().get(0)).size();
    for (int i = from; i < to; i++) {
      producer
          .send(new ProducerRecord<>(input.topics().get(0), i % partitions, null, word + i))
          .get();
    }
    return this;
  }

  /** Writes a text in a transaction of its own, and waits for the mark that it leaves behind. */
  Topics inTransaction(String text, boolean commit) throws Exception {
    return inTransaction(input.topics().get(0), text, commit);
  }

  /** Writes a tick as a clock does that dies before it commits. */
  Topics deadTick(long millis) throws Exception {
    String tick = new String(new Tick(millis, Map.of()).toBytes(), StandardCharsets.UTF_8);
    return inTransaction(input.clock(), tick, false);
  }

  private Topics inTransaction(String topic, String text, boolean commit) throws Exception {
    TopicPartition first = new TopicPartition(topic, 0);
    long before = committedEnd(first);
    transactional.beginTransaction();
    transactional.send(new ProducerRecord<>(topic, 0, null, text)).get();
    if (commit) {
      transactional.commitTransaction();
    } else {
      transactional.abortTransaction();
    }
    // The broker writes the mark after it has answered: until then the record has no end offset.
    while (committedEnd(first) < before + 2) {
      Thread.onSpinWait();
    }
    return this;
  }

  private long committedEnd(TopicPartition partition) {
    return committed.endOffsets(List.of(partition)).get(partition);
  }

  Topics tickAt(long millis) {
    time.set(millis);
    clock.tick();
    return this;
  }

  @Override
  public void close() {
    producer.close();
    transactional.close();
    committed.close();
    clock.close();
  }
}
