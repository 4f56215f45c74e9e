package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.answer.AnswerServer;
import io.groundswell.jobs.notification.answer.Verdict;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** The topic of answers, which the main job reads. */
public final class VerdictTopic implements AnswerServer.Taker, AutoCloseable {
  private static final int PATIENCE_SECONDS = 10;

  private final String topic;
  private final KafkaProducer<String, String> producer;

  /**
   * Writes to a topic.
   *
   * @param client Kafka's own client settings
   */
  public VerdictTopic(Map<String, String> client, String topic) {
    this.topic = topic;
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("acks", "all");
    properties.put("max.block.ms", String.valueOf(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
    producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
  }

  @Override
  public void take(Verdict verdict) throws IOException {
    try {
      producer
          .send(new ProducerRecord<>(topic, verdict.incidentId(), verdict.json()))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IOException("the broker does not take an answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
