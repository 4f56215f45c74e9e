package io.groundswell.feeds.kafka;

import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.format.Format;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads what has arrived in a topic. */
public final class TopicReader implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  /** Reads a topic of {@link SharedBroker} from its beginning. */
  public TopicReader(String topic) {
    this(SharedBroker.address(), topic);
  }

  /** Reads a topic from its beginning. */
  TopicReader(String broker, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(part -> new TopicPartition(topic, part.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Waits until there are so many records, and gives all that there are. */
  public List<String> values(int atLeast) {
    while (records.size() < atLeast) {
      consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
    }
    return records.stream().map(TopicReader::text).toList();
  }

  /** What the main job makes of the records so far. */
  public List<Post> posts(Format format) throws Exception {
    List<Post> posts = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      posts.add(format.posts().read(record.value()));
    }
    return posts;
  }

  /** The records so far of each partition, in their order. */
  public List<List<String>> partitions() {
    return consumer.assignment().stream()
        .map(
            part ->
                records.stream()
                    .filter(record -> record.partition() == part.partition())
                    .map(TopicReader::text)
                    .toList())
        .toList();
  }

  private static String text(ConsumerRecord<byte[], byte[]> record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
