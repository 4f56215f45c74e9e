package io.groundswell.jobs.surge.connector.kafka;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

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
    TOPIC("topic", ResourceType.TOPIC),
    /** A consumer group. */
    GROUP("group", ResourceType.GROUP),
    /** Transactions, by their producer's id. */
    TRANSACTIONS("transactional-id", ResourceType.TRANSACTIONAL_ID);

    private final String option;
    private final ResourceType type;

    Kind(String option, ResourceType type) {
      this.option = option;
      this.type = type;
    }
  }

  /** What is allowed. */
  public enum Operation {
    /** To read it; of a group, to say how far it is. */
    READ("Read", AclOperation.READ),
    /** To write it. */
    WRITE("Write", AclOperation.WRITE),
    /** To create it. */
    CREATE("Create", AclOperation.CREATE);

    private final String word;
    private final AclOperation acl;

    Operation(String word, AclOperation acl) {
      this.word = word;
      this.acl = acl;
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

  /** What the broker is asked for. */
  AclBinding binding(String principal) {
    return new AclBinding(
        new ResourcePattern(kind.type, name, prefix ? PatternType.PREFIXED : PatternType.LITERAL),
        new AccessControlEntry(principal, "*", operation.acl, AclPermissionType.ALLOW));
  }
}
