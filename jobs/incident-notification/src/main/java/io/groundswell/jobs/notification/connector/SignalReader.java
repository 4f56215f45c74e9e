package io.groundswell.jobs.notification.connector;

import java.nio.charset.StandardCharsets;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Kafka's records as signals. */
final class SignalReader implements KafkaRecordDeserializationSchema<Signal> {
  private static final long serialVersionUID = 1;

  private final String requests;

  /**
   * Reads records.
   *
   * @param requests the topic whose records are requests
   */
  SignalReader(String requests) {
    this.requests = requests;
  }

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Signal> out) {
    if (record.value() != null) {
      String json = new String(record.value(), StandardCharsets.UTF_8);
      out.collect(
          new Signal(
              CatchUp.place(record.topic(), record.partition()),
              record.offset(),
              record.topic().equals(requests),
              json,
              record.timestamp()));
    }
  }

  @Override
  public TypeInformation<Signal> getProducedType() {
    return TypeInformation.of(Signal.class);
  }
}
