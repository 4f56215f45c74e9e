package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.Line;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Lines as Kafka records: keyed by what orders them, so that one subject stays in one partition.
 */
public final class LineRecords implements KafkaRecordSerializationSchema<Line> {
  private static final long serialVersionUID = 1;

  private final String topic;

  /** Records of a topic. */
  public LineRecords(String topic) {
    this.topic = topic;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Line line, KafkaSinkContext context, Long timestamp) {
    return new ProducerRecord<>(
        topic,
        line.order().getBytes(StandardCharsets.UTF_8),
        line.text().getBytes(StandardCharsets.UTF_8));
  }
}
