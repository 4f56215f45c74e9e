package io.groundswell.jobs.surge.connector.kafka;

import java.util.List;

/**
 * What a broker says of a topic that is wanted.
 *
 * @param wanted how it is to be
 * @param presence whether it is there
 * @param partitions how many it has; 0 where that is not known
 * @param replication how many copies there are; 0 where that is not known
 * @param differences what is not as it is to be, such as {@code retention.ms 604800000, wanted -1}
 */
public record FoundTopic(
    WantedTopic wanted,
    Presence presence,
    int partitions,
    int replication,
    List<String> differences) {

  /** Whether a topic is there. */
  public enum Presence {
    /** It is. */
    THERE("there"),
    /** It is not. */
    MISSING("missing"),
    /** Whoever asks may not know. */
    HIDDEN("hidden"),
    /** Nobody was asked. */
    UNKNOWN("not asked");

    private final String words;

    Presence(String words) {
      this.words = words;
    }

    /** In words, for a table. */
    public String words() {
      return words;
    }
  }

  /** Copies the list. */
  public FoundTopic {
    differences = List.copyOf(differences);
  }

  /** A topic of which nothing more is known. */
  public static FoundTopic only(WantedTopic wanted, Presence presence) {
    return new FoundTopic(wanted, presence, 0, 0, List.of());
  }
}
