package io.groundswell.jobs.surge.connector.kafka;

import java.util.Locale;

/**
 * One thing that a job has to be allowed. To see what one may read or write needs no permission of
 * its own.
 *
 * @param kind of what
 * @param name its name
 * @param prefix whether all are meant whose names begin so
 * @param operation what is allowed
 */
public record Access(Kind kind, String name, boolean prefix, Operation operation) {

  /** Of what. */
  public enum Kind {
    /** A topic. */
    TOPIC("topic"),
    /** A consumer group. */
    GROUP("group"),
    /** Transactions, by their producer's id. */
    TRANSACTIONS("transactional-id");

    private final String option;

    Kind(String option) {
      this.option = option;
    }
  }

  /** What is allowed. */
  public enum Operation {
    /** To read it; of a group, to say how far it is. */
    READ("Read"),
    /** To write it. */
    WRITE("Write"),
    /** To create it. */
    CREATE("Create");

    private final String word;

    Operation(String word) {
      this.word = word;
    }

    /** As {@code kafka-acls.sh} has it. */
    public String word() {
      return word;
    }
  }

  static Access topic(String name, Operation operation) {
    return new Access(Kind.TOPIC, name, false, operation);
  }

  /** To say how far a group is. */
  public static Access group(String name) {
    return new Access(Kind.GROUP, name, false, Operation.READ);
  }

  /** To write in transactions whose ids begin so. */
  public static Access transactions(String prefix) {
    return new Access(Kind.TRANSACTIONS, prefix, true, Operation.WRITE);
  }

  /** To write in the transactions of one id. */
  public static Access transaction(String id) {
    return new Access(Kind.TRANSACTIONS, id, false, Operation.WRITE);
  }

  /** The options of {@code kafka-acls.sh} that name it. */
  public String options() {
    return "--%s %s%s"
        .formatted(
            kind.option, Words.quoted(name), prefix ? " --resource-pattern-type prefixed" : "");
  }

  /** In words, such as {@code read the topic 'posts'}. */
  String words() {
    return "%s the %s '%s%s'"
        .formatted(operation.word.toLowerCase(Locale.ROOT), kind.option, name, prefix ? "..." : "");
  }
}
