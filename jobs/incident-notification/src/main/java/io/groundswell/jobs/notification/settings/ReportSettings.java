package io.groundswell.jobs.notification.settings;

import io.groundswell.jobs.notification.connector.ReportInput;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a report finds what it reads.
 *
 * @param kafka Kafka's client settings: brokers, security
 * @param topics names of topics
 */
public record ReportSettings(Map<String, String> kafka, Map<ReportInput, String> topics) {

  /** Copies the maps. */
  public ReportSettings {
    kafka = Collections.unmodifiableMap(new TreeMap<>(kafka));
    topics = Collections.unmodifiableMap(new EnumMap<>(topics));
  }

  /** Nothing of it may be printed by accident. */
  @Override
  public String toString() {
    return "ReportSettings[topics=" + topics + "]";
  }
}
