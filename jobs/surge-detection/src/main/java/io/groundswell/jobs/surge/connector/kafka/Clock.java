package io.groundswell.jobs.surge.connector.kafka;

import static java.util.stream.Collectors.toCollection;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the clock: what time it is and how far every input has come, and what is ruled from then
 * on. There is one writer at a time: a new one fences off the one before it by its transactional
 * id.
 */
public final class Clock implements AutoCloseable {
  /** Half a minute: how long a new partition may go unseen. */
  private static final int TICKS_BETWEEN_LOOKS = 30;

  /** A transaction that is open then is aborted by the next clock. */
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final KafkaInput input;
  private final LongSupplier now;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final Set<TopicPartition> partitions = new LinkedHashSet<>();
  private final @Nullable ControlTail control;
  private long last;
  private long ticks;

  /**
   * Opens the clock.
   *
   * @param now the time in epoch milliseconds; a step back is waited out
   */
  public Clock(KafkaInput input, LongSupplier now) {
    this.input = input;
    this.now = now;
    this.consumer = new KafkaConsumer<>(input.consumer());
    this.producer = new KafkaProducer<>(producer());
    try {
      producer.initTransactions();
      // So that time never steps back over a restart.
      LastTick before = LastTick.of(consumer, new TopicPartition(input.clock(), 0));
      this.last = before.time();
      this.control =
          input.control() == null
              ? null
              : new ControlTail(consumer, input.control(), before.tick());
    } catch (RuntimeException e) {
      // Left open, it would go on asking to be the one writer, and once fence off the next.
      close();
      throw e;
    }
  }

  private Properties producer() {
    Properties properties = new Properties();
    properties.putAll(input.client());
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    properties.put("delivery.timeout.ms", "10000");
    properties.put("request.timeout.ms", "5000");
    properties.put("max.block.ms", "10000");
    properties.put("transactional.id", transactionalId(input.clock()));
    return properties;
  }

  /** The id of a topic's one writer. */
  static String transactionalId(String topic) {
    return "groundswell-clock-" + topic;
  }

  /** Writes what time it is, once. */
  public void tick() {
    if (ticks++ % TICKS_BETWEEN_LOOKS == 0) {
      lookUpPartitions();
    }
    long time = Math.max(last, now.getAsLong());
    Map<String, Long> ends = new TreeMap<>();
    consumer
        .endOffsets(partitions)
        .forEach((partition, end) -> ends.put(partition.toString(), end));
    String ruling = control == null ? null : control.next(ends);
    producer.beginTransaction();
    // What goes wrong with a record is thrown by the commit.
    var unused =
        producer.send(
            new ProducerRecord<>(input.clock(), 0, null, new Tick(time, ends, ruling).toBytes()));
    producer.commitTransaction();
    last = time;
  }

  /** Names of the partitions that the last tick has named. */
  Set<String> partitions() {
    return partitions.stream().map(TopicPartition::toString).collect(toCollection(TreeSet::new));
  }

  /** Partitions may be added to a topic while time goes on; none is ever taken away. */
  private void lookUpPartitions() {
    // Of one topic, the consumer would answer from its memory.
    Map<String, List<PartitionInfo>> topics = consumer.listTopics();
    for (String topic : input.topics()) {
      topics
          .getOrDefault(topic, List.of())
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
  }

  @Override
  public void close() {
    try {
      producer.close(CLOSING);
    } finally {
      consumer.close(CloseOptions.timeout(CLOSING));
    }
  }
}
