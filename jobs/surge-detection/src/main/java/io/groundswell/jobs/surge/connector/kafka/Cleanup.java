package io.groundswell.jobs.surge.connector.kafka;

import java.util.HashMap;
import java.util.Map;

/**
 * What becomes of the records of a topic that is created. All are stamped on arrival: replayed
 * posts carry times of long ago, by which retention would delete what they give.
 */
public enum Cleanup {
  /** What the broker does with topics of which nobody says anything. */
  BROKERS,

  /** Everything goes after a week. */
  WEEK,

  /** The last record of a key is all that matters. */
  LAST_OF_KEY,

  /**
   * Texts that may be withdrawn: everything goes after a week, and what a later record of its key
   * has replaced is gone within two days, since a segment is closed after a day at most and
   * compacted a day after that at most.
   */
  TEXTS,

  /** Nothing goes: what people have said is read again by whoever evaluates, trains or replays. */
  NONE;

  /** Settings of the topic, by Kafka's names for them. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(own());
    settings.put("message.timestamp.type", "LogAppendTime");
    return Map.copyOf(settings);
  }

  private Map<String, String> own() {
    return switch (this) {
      case BROKERS -> Map.of();
      case WEEK -> Map.of("cleanup.policy", "delete", "retention.ms", "604800000");
      case LAST_OF_KEY -> Map.of("cleanup.policy", "compact");
      case TEXTS ->
          Map.of(
              "cleanup.policy", "compact,delete",
              "retention.ms", "604800000",
              "max.compaction.lag.ms", "86400000");
      case NONE -> Map.of("retention.ms", "-1");
    };
  }
}
