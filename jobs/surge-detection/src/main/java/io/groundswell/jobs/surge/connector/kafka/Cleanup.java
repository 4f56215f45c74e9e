package io.groundswell.jobs.surge.connector.kafka;

import java.util.Map;

/** What becomes of the records of a topic that is created, where the broker's own rule is wrong. */
public enum Cleanup {
  /** The last record of a key is all that matters. */
  LAST_OF_KEY,

  /**
   * Texts that may be withdrawn: everything goes after a week, and what a later record of its key
   * has replaced is gone within two days, since a segment is closed after a day at most and
   * compacted a day after that at most.
   */
  TEXTS;

  /** Settings of the topic. */
  Map<String, String> settings() {
    return switch (this) {
      case LAST_OF_KEY -> Map.of("cleanup.policy", "compact");
      case TEXTS ->
          Map.of(
              "cleanup.policy", "compact,delete",
              "retention.ms", "604800000",
              "max.compaction.lag.ms", "86400000");
    };
  }
}
