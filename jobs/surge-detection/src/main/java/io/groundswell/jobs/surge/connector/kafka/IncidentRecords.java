package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.jobs.surge.connector.IncidentLines;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Incident updates as Kafka records: keyed by incident, the contract's JSON as value, CloudEvents
 * 1.0 in binary mode as headers.
 */
public final class IncidentRecords implements KafkaRecordSerializationSchema<Briefing> {
  private static final long serialVersionUID = 1;

  private final String topic;
  private final String job;
  private final IncidentLines lines;

  /**
   * Records of a topic.
   *
   * @param job name of the job, as the events' source
   */
  public IncidentRecords(String topic, String job, IncidentLines lines) {
    this.topic = topic;
    this.job = job;
    this.lines = lines;
  }

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Briefing briefing, KafkaSinkContext context, Long timestamp) {
    IncidentUpdate update = briefing.update();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, bytes(update.incidentId()), bytes(lines.map(briefing).text()));
    headers(update).forEach((name, value) -> record.headers().add(name, bytes(value)));
    return record;
  }

  private Map<String, String> headers(IncidentUpdate update) {
    return Map.of(
        "ce_specversion",
        "1.0",
        "ce_id",
        update.incidentId() + "/" + update.sequence(),
        "ce_source",
        "/groundswell/" + job,
        "ce_type",
        "io.groundswell.incident." + update.status().label(),
        "ce_subject",
        update.source() == null ? update.subject().key() : update.source(),
        "ce_time",
        Instant.ofEpochMilli(update.updatedAt()).toString(),
        "content-type",
        "application/json");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
