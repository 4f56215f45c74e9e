package io.groundswell.jobs.notification.connector;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.connector.Json;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** What people ask of the running job. */
public final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int PATIENCE_SECONDS = 15;

  private Requests() {}

  /**
   * What could not be delivered is to be tried again.
   *
   * @param incidentId of one incident, or of all where it is null
   */
  public record Redelivery(@Nullable String incidentId) {}

  /** The redelivery that a record asks for, if it does. */
  public static Optional<Redelivery> redelivery(String json) {
    try {
      JsonNode request = JSON.readTree(json);
      JsonNode of = request == null ? null : request.get("redeliver");
      return of == null || !of.isTextual()
          ? Optional.empty()
          : Optional.of(new Redelivery(of.asText().equals("all") ? null : of.asText()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /**
   * Asks a running job to try again.
   *
   * @param client Kafka's own client settings
   * @param of an incident's id, or {@code all}
   * @throws ExecutionException where the broker does not take it
   */
  public static void redeliver(Map<String, String> client, String topic, String of)
      throws ExecutionException, InterruptedException, TimeoutException {
    Properties properties = new Properties();
    properties.putAll(client);
    properties.put("max.block.ms", String.valueOf(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
    String request = Json.object(json -> json.writeStringField("redeliver", of));
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(topic, of, request))
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
  }
}
