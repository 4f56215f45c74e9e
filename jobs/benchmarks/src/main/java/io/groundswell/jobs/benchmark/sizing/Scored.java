package io.groundswell.jobs.benchmark.sizing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What the job says in the topic of scored buckets, by the broker's clock: who has been scored, and
 * how long after its end each minute was. Read as it is written, before the transaction ends.
 */
final class Scored implements AutoCloseable {
  private static final Pattern START = Pattern.compile("\"bucket_start\":\"([^\"]+)\"");
  private static final Duration WAIT = Duration.ofMillis(300);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Set<String> subjects = new HashSet<>();
  private final TreeMap<Long, Long> delays = new TreeMap<>();
  private final long bucket;

  /**
   * Reads a topic that is there.
   *
   * @param bucket its length, milliseconds
   */
  Scored(String broker, String topic, long bucket) {
    this.bucket = bucket;
    Properties properties = new Properties();
    properties.put("bootstrap.servers", broker);
    consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Reads on to where the topic ends now. */
  void readOn() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
    while (ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
      consumer.poll(WAIT).forEach(this::take);
    }
  }

  private void take(ConsumerRecord<byte[], byte[]> record) {
    Matcher start = START.matcher(new String(record.value(), StandardCharsets.UTF_8));
    if (start.find()) {
      take(
          new String(record.key(), StandardCharsets.UTF_8),
          Instant.parse(start.group(1)).toEpochMilli(),
          record.timestamp());
    }
  }

  private void take(String subject, long start, long appended) {
    // Terms come and go; the catalogue's subjects are those that were promised.
    if (subject.indexOf('~') < 0) {
      subjects.add(subject);
    }
    delays.merge(start + bucket, appended - start - bucket, Math::max);
  }

  /** How many subjects of the catalogue have been scored. */
  int subjects() {
    return subjects.size();
  }

  /** End of the latest minute of which anything was scored; 0 where nothing was. */
  long latest() {
    return delays.isEmpty() ? 0 : delays.lastKey();
  }

  /**
   * By the end of each minute, epoch milliseconds, after how many milliseconds the last of it was
   * scored.
   *
   * @param from the earliest end
   * @param to the latest end
   */
  Map<Long, Long> delays(long from, long to) {
    return new TreeMap<>(delays.subMap(from, true, to, true));
  }

  @Override
  public void close() {
    consumer.close();
  }
}
