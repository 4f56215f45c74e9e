package io.groundswell.jobs.surge.connector.kafka;

import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic that a job reads or writes, and how it is to be where it is created.
 *
 * @param name its name
 * @param key the key of the settings that names it, such as {@code outputs.incidents}
 * @param role who has to create it
 * @param use what the job does with it
 * @param cleanup what becomes of its records
 * @param partitions how many it is created with; 0 for the broker's own number
 */
public record WantedTopic(
    String name, String key, Role role, Use use, Cleanup cleanup, int partitions) {

  /** Who has to create it. */
  public enum Role {
    /** Somebody else: the job ends where it is missing. */
    INPUT,
    /** The job does, where it is missing. */
    OWN,
    /** The job does; it has one partition, so that there is one order of time. */
    CLOCK
  }

  /** What a job does with a topic. */
  public enum Use {
    /** It is read. */
    READ("read"),
    /** It is written. */
    WRITTEN("written"),
    /** It is read and written. */
    BOTH("read and written");

    private final String words;

    Use(String words) {
      this.words = words;
    }

    /** In words, for a table. */
    public String words() {
      return words;
    }

    /** Whether it is read, perhaps among others. */
    public boolean reads() {
      return this != WRITTEN;
    }

    /** Whether it is written, perhaps among others. */
    public boolean writes() {
      return this != READ;
    }
  }

  /** A topic that somebody else fills and creates. */
  public static WantedTopic input(String name, String key) {
    return new WantedTopic(name, key, Role.INPUT, Use.READ, Cleanup.WEEK, 0);
  }

  /** A topic of the job's own. */
  public static WantedTopic own(String name, String key, Use use, Cleanup cleanup) {
    return new WantedTopic(name, key, Role.OWN, use, cleanup, 0);
  }

  /** A topic of which the job keeps what the broker keeps. */
  public static WantedTopic output(String name, String key) {
    return own(name, key, Use.WRITTEN, Cleanup.BROKERS);
  }

  /** A clock's topic. */
  public static WantedTopic clock(String name, Use use) {
    return new WantedTopic(name, "clock", Role.CLOCK, use, Cleanup.BROKERS, 1);
  }

  /** The same; where it is an input, it is created with so many partitions. */
  public WantedTopic partitioned(int number) {
    return role == Role.INPUT ? new WantedTopic(name, key, role, use, cleanup, number) : this;
  }

  /** The same, also used as another job uses it. */
  public WantedTopic also(Use other) {
    return new WantedTopic(name, key, role, use == other ? use : Use.BOTH, cleanup, partitions);
  }

  /** What the broker is asked for. */
  NewTopic create(Optional<Short> replication) {
    Optional<Integer> number = partitions == 0 ? Optional.empty() : Optional.of(partitions);
    return new NewTopic(name, number, replication).configs(cleanup.settings());
  }
}
