package io.groundswell.jobs.surge.connector.kafka;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Sends records to the topics of a job and moves its clock, for time that is made up: the job must
 * not write the clock itself.
 */
public final class Feed implements AutoCloseable {
  private final AtomicLong now = new AtomicLong();
  private final KafkaProducer<String, String> producer;
  private final Clock clock;

  /** Opens the feed of a job's inputs, whose topics are there. */
  public Feed(KafkaInput input) {
    Properties properties = new Properties();
    properties.putAll(input.client());
    properties.put("linger.ms", "20");
    producer = new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    clock = new Clock(input, now::get);
  }

  /** Sends records to a topic; see {@link #tick}. */
  public void send(String topic, List<String> records) {
    for (String record : records) {
      var unused = producer.send(new ProducerRecord<>(topic, record));
    }
  }

  /** What has been sent so far comes before {@code time}, in epoch milliseconds. */
  public void tick(long time) {
    producer.flush();
    now.set(time);
    clock.tick();
  }

  @Override
  public void close() {
    producer.close();
    clock.close();
  }
}
