package io.groundswell.chaos.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.connector.kafka.WholeTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What is committed in the topics of a broker.
 *
 * @param broker host and port
 */
public record Committed(String broker) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** How many records a topic holds, be they what they may. */
  long records(String topic) {
    long[] records = {0};
    try (WholeTopic whole = new WholeTopic(client())) {
      whole.read(topic, record -> records[0]++);
    }
    return records[0];
  }

  /** Its records, those of a partition in their order. */
  public List<String> values(String topic) {
    List<String> values = new ArrayList<>();
    try (WholeTopic whole = new WholeTopic(client())) {
      whole.read(topic, record -> values.add(record.value()));
    }
    return values;
  }

  Map<String, String> client() {
    return Map.of("bootstrap.servers", broker);
  }

  static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not one of our records: " + line, e);
    }
  }
}
