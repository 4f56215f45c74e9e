package io.groundswell.feeds.cli;

import io.groundswell.feeds.Mistake;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where records go. */
final class KafkaOptions {
  private static final String SERVERS = "bootstrap.servers";

  @Option(
      names = "--brokers",
      paramLabel = "HOST:PORT",
      description = "A first broker, or several with commas; default localhost:9092.")
  private @Nullable String brokers;

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description = "Written to, and made if missing; default: the network's name.")
  private @Nullable String topic;

  @Option(
      names = "--kafka",
      paramLabel = "FILE",
      description =
          "Settings of Kafka's clients (.properties), such as security.protocol, sasl.* and ssl.*.")
  private @Nullable Path file;

  /** The topic. */
  String topic(String network) {
    return topic == null ? network : topic;
  }

  /** Settings of Kafka's clients. */
  Map<String, Object> client() {
    Map<String, Object> client = new HashMap<>();
    if (file != null) {
      read(file).forEach((key, value) -> client.put(key.toString(), value));
    }
    if (brokers != null) {
      client.put(SERVERS, brokers);
    }
    client.putIfAbsent(SERVERS, "localhost:9092");
    return client;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException | IllegalArgumentException e) {
      throw new Mistake("--kafka: %s cannot be read as .properties; check it".formatted(file));
    }
  }
}
