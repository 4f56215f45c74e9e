package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes the clock: what time it is and how far every input has come. There is one writer at a
 * time: a new one fences off the one before it by its transactional id.
 */
public final class Clock implements AutoCloseable {
  private final KafkaInput input;
  private final LongSupplier now;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private long last;

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
    for (String topic : input.topics()) {
      consumer
          .partitionsFor(topic)
          .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
    }
    producer.initTransactions();
    this.last = lastTime();
  }

  private Properties producer() {
    Properties properties = new Properties();
    properties.putAll(input.client());
    properties.put("key.serializer", ByteArraySerializer.class.getName());
    properties.put("value.serializer", ByteArraySerializer.class.getName());
    properties.put("delivery.timeout.ms", "10000");
    properties.put("request.timeout.ms", "5000");
    properties.put("max.block.ms", "10000");
    properties.put("transactional.id", "groundswell-clock-" + input.clock());
    return properties;
  }

  /** Writes what time it is, once. */
  public synchronized void tick() {
    long time = Math.max(last, now.getAsLong());
    Map<String, Long> ends = new TreeMap<>();
    consumer
        .endOffsets(partitions)
        .forEach((partition, end) -> ends.put(partition.toString(), end));
    producer.beginTransaction();
    // What goes wrong with a record is thrown by the commit.
    var unused =
        producer.send(new ProducerRecord<>(input.clock(), 0, null, new Tick(time, ends).toBytes()));
    producer.commitTransaction();
    last = time;
  }

  /** The time of the last tick there is, so that time never steps back over a restart. */
  private long lastTime() {
    TopicPartition clock = new TopicPartition(input.clock(), 0);
    consumer.assign(List.of(clock));
    long end = consumer.endOffsets(List.of(clock)).get(clock);
    long time = 0;
    // The last offset is a transaction's mark; the tick stands before it.
    consumer.seek(clock, Math.max(0, end - 2));
    while (consumer.position(clock) < end) {
      for (var record : consumer.poll(Duration.ofSeconds(1))) {
        time = time(record.value());
      }
    }
    consumer.unsubscribe();
    return time;
  }

  private static long time(byte[] tick) {
    try {
      return Tick.of(tick).time();
    } catch (IOException e) {
      throw new UncheckedIOException("the clock's topic holds no ticks", e);
    }
  }

  @Override
  public synchronized void close() {
    producer.close();
    consumer.close();
  }
}
