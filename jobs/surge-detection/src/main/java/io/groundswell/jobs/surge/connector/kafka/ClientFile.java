package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** A file of settings of Kafka's clients, as Kafka's own tools take it. */
public final class ClientFile {
  private ClientFile() {}

  /**
   * The settings in a file.
   *
   * @param option that names it, for messages
   * @throws io.groundswell.jobs.surge.connector.BadInput where it is not there
   */
  public static Map<String, String> read(String option, Path file) throws IOException {
    LocalFiles.requireReadable(option, file.toString());
    Properties properties = new Properties();
    try (BufferedReader reader = LocalFiles.reader(file)) {
      properties.load(reader);
    }
    Map<String, String> settings = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings;
  }
}
