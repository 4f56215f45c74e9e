package io.groundswell.jobs.surge.connector.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;

/**
 * Sinks to Kafka.
 *
 * @param client Kafka's own client settings: brokers, security
 * @param prefix begins the transactional ids of this job
 * @param transactionTimeout how long a transaction may stay open, milliseconds; at most what the
 *     broker allows
 */
public record KafkaOutput(Map<String, String> client, String prefix, long transactionTimeout) {

  /**
   * What pages leaves at once, outside any checkpoint's transaction, so that it leaves while
   * checkpoints fail; a restart may send a record again.
   */
  public <T> KafkaSink<T> atOnce(KafkaRecordSerializationSchema<T> format) {
    Properties producer = properties();
    producer.put("linger.ms", "0");
    producer.put("acks", "all");
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(format)
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .build();
  }

  /**
   * What adds up is there once: it shows when a checkpoint completes.
   *
   * @param name tells this sink's transactions from those of the job's other sinks
   */
  public <T> KafkaSink<T> exactlyOnce(String name, KafkaRecordSerializationSchema<T> format) {
    Properties producer = properties();
    producer.put("transaction.timeout.ms", String.valueOf(transactionTimeout));
    return KafkaSink.<T>builder()
        .setKafkaProducerConfig(producer)
        .setRecordSerializer(format)
        .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
        .setTransactionalIdPrefix(idPrefix() + name)
        .build();
  }

  /** How the ids of all transactions begin. */
  private String idPrefix() {
    return prefix + "-";
  }

  /** What a job with this output, and the clock of an input, has to be allowed beside topics. */
  public List<Access> access(KafkaInput input) {
    List<Access> access = new ArrayList<>();
    access.add(Access.group(input.group()));
    access.add(Access.transactions(idPrefix()));
    if (input.wallClock() != null) {
      addUnlessCovered(access, Clock.transactionalId(input.clock()));
      if (input.control() != null) {
        addUnlessCovered(access, KafkaControl.transactionalId(input.control()));
      }
    }
    return access;
  }

  private void addUnlessCovered(List<Access> access, String transactionalId) {
    if (!transactionalId.startsWith(idPrefix())) {
      access.add(Access.transaction(transactionalId));
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.putAll(client);
    return properties;
  }
}
