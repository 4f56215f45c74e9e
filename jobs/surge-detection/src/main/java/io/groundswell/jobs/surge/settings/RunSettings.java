package io.groundswell.jobs.surge.settings;

import io.groundswell.jobs.surge.connector.format.Format;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the streaming job is told by {@code groundswell.yaml}, whose keys are named and nested as
 * the components are.
 *
 * @param kafka the brokers, and how they are reached
 * @param posts topics that posts are read from, one at least; default {@code posts}
 * @param contacts topics that support contacts are read from; default none
 * @param changes topics that change events are read from; default none
 * @param answers topics of verdicts and mutes
 * @param control the topic of what is ruled while the job runs
 * @param clock the topic that moves time when nobody posts
 * @param start where a job begins that has no savepoint: earliest, latest, committed or an RFC 3339
 *     time; default latest
 * @param outputs the topics written to
 * @param catalogue absolute path of the catalogue; without default
 * @param policy absolute path of the policy, or null; default null, the policy's own defaults
 * @param patterns absolute path of the user's own patterns, or null; default null, none
 * @param weights absolute path of weights that {@code train} wrote, or null; default null, those
 *     that come with Groundswell
 * @param pages where each incident's page is written and served
 * @param notification absolute path of the settings of incident notification, which then runs in
 *     the same process, or null; default null, it does not
 * @param history absolute path of the settings of the volume history, which is then kept in the
 *     same process, or null; default null, it is not
 * @param drafts in whose words drafts are written
 * @param privacy what is kept of persons
 * @param state where and how state is kept
 * @param checkpoints how often progress is saved
 * @param job what tells this job from others at the same brokers
 * @param ports where the job can be watched
 * @param parallelism cores to use, 0 to 128; default 0, all of them
 */
public record RunSettings(
    Kafka kafka,
    List<PostTopic> posts,
    List<ContactTopic> contacts,
    List<ChangeTopic> changes,
    AnswerTopics answers,
    Control control,
    Clock clock,
    Start start,
    Outputs outputs,
    String catalogue,
    @Nullable String policy,
    @Nullable String patterns,
    @Nullable String weights,
    Pages pages,
    @Nullable String notification,
    @Nullable String history,
    DraftWords drafts,
    Privacy privacy,
    State state,
    Checkpoints checkpoints,
    Job job,
    Ports ports,
    int parallelism)
    implements Serializable {

  /** Copies the lists. */
  public RunSettings {
    posts = List.copyOf(posts);
    contacts = List.copyOf(contacts);
    changes = List.copyOf(changes);
  }

  /**
   * The brokers.
   *
   * @param brokers where a first broker is found, {@code host:port}, several separated by commas;
   *     default {@code localhost:9092}
   * @param security settings of Kafka's clients that begin with {@code security.}, {@code sasl.} or
   *     {@code ssl.}, passed on as they are; default none. Values are secret: {@link #toString()}
   *     masks them
   */
  public record Kafka(String brokers, Map<String, String> security) implements Serializable {
    static final Kafka DEFAULT = new Kafka("localhost:9092", Map.of());

    /** Sorts the settings. */
    public Kafka {
      security = Collections.unmodifiableMap(new TreeMap<>(security));
    }

    @Override
    public String toString() {
      Map<String, String> masked = new TreeMap<>(security);
      masked.replaceAll((key, value) -> "***");
      return "Kafka[brokers=" + brokers + ", security=" + masked + "]";
    }
  }

  /**
   * A topic of posts.
   *
   * @param topic its name; no other key may name it
   * @param format how its records are read: post, x, bluesky, mastodon or reddit; default post
   */
  public record PostTopic(String topic, Format format) implements Serializable {
    static final PostTopic DEFAULT = new PostTopic("posts", Format.POST);
  }

  /**
   * A topic of support contacts.
   *
   * @param topic its name; no other key may name it
   */
  public record ContactTopic(String topic) implements Serializable {}

  /**
   * A topic of change events.
   *
   * @param topic its name; no other key may name it
   */
  public record ChangeTopic(String topic) implements Serializable {}

  /**
   * What is ruled while the job runs.
   *
   * @param topic where {@code apply} writes; default {@code groundswell-control}
   */
  public record Control(String topic) implements Serializable {
    static final Control DEFAULT = new Control("groundswell-control");
  }

  /**
   * The clock.
   *
   * @param topic where one writer appends the time each second; default {@code groundswell-clock}
   */
  public record Clock(String topic) implements Serializable {
    static final Clock DEFAULT = new Clock("groundswell-clock");
  }

  /**
   * Where a job begins that has no savepoint.
   *
   * @param place at the oldest record that the broker still holds, at what arrives from now on,
   *     where the job's group stands, or at a time
   * @param time arrival of the first record, epoch milliseconds; 0 where no time is given
   */
  public record Start(Place place, long time) implements Serializable {
    static final Start DEFAULT = new Start(Place.LATEST, 0);

    /** What decides it. */
    public enum Place {
      /** The oldest record that the broker still holds. */
      EARLIEST,
      /** What arrives from now on. */
      LATEST,
      /** Where the job's group stands, or the oldest record where it has committed nothing. */
      COMMITTED,
      /** A moment. */
      TIME
    }

    /** Reads the word or the RFC 3339 time of a settings file; empty where it is neither. */
    static Optional<Start> parse(String text) {
      try {
        Place place = Place.valueOf(text.toUpperCase(Locale.ROOT));
        return place == Place.TIME ? Optional.empty() : Optional.of(new Start(place, 0));
      } catch (IllegalArgumentException noWord) {
        return parseTime(text);
      }
    }

    private static Optional<Start> parseTime(String text) {
      try {
        long time = OffsetDateTime.parse(text).toInstant().toEpochMilli();
        return Optional.of(new Start(Place.TIME, time));
      } catch (DateTimeException noTime) {
        return Optional.empty();
      }
    }
  }

  /**
   * A page for each incident.
   *
   * @param folder absolute path of the folder that they are written into, or null; default null,
   *     none are written
   * @param url where that folder is served, which incidents link to, or null; default null, they
   *     have no link
   */
  public record Pages(@Nullable String folder, @Nullable String url) implements Serializable {
    static final Pages DEFAULT = new Pages(null, null);
  }

  /**
   * Where the job can be watched, on every address of the machine.
   *
   * @param metrics port at which Prometheus finds the job's metrics, 1 to 65533, or 0; default 0,
   *     nowhere. Notification in the same process has them at the next, the history at the one
   *     after
   * @param health port of {@code /livez} and {@code /readyz}, 1 to 65535, or 0; default 0, nowhere
   */
  public record Ports(int metrics, int health) implements Serializable {
    /** Nowhere. */
    public static final Ports DEFAULT = new Ports(0, 0);

    /** Those of a job beside the main one, whose health is the process's. */
    public Ports beside(int place) {
      return metrics == 0 ? DEFAULT : new Ports(metrics + place, 0);
    }
  }

  /**
   * In whose words drafts are written.
   *
   * @param templates absolute path of a folder with a file for each language, or null; default
   *     null, the words that come with Groundswell
   * @param language primary subtag of the language of status pages; default en
   */
  public record DraftWords(@Nullable String templates, String language) implements Serializable {
    static final DraftWords DEFAULT = new DraftWords(null, "en");
  }

  /**
   * What is kept of persons.
   *
   * @param authorKey 64 hexadecimal digits under which authors' ids are hashed, or {@code none};
   *     default none. Secret: {@link #toString()} masks it
   */
  public record Privacy(String authorKey) implements Serializable {
    static final Privacy DEFAULT = new Privacy("none");

    /** Whether there is a key. */
    public boolean keyed() {
      return !authorKey.equals(DEFAULT.authorKey);
    }

    @Override
    public String toString() {
      return "Privacy[authorKey=" + (keyed() ? "***" : authorKey) + "]";
    }
  }

  /**
   * State and where its checkpoints are kept.
   *
   * @param backend rocksdb or hashmap; default rocksdb
   * @param folder an absolute path, or a URI such as {@code s3://bucket/groundswell}; default
   *     {@code groundswell-state} beside the settings file
   * @param incremental whether a checkpoint of RocksDB writes only what is new; default true
   */
  public record State(Backend backend, String folder, boolean incremental) implements Serializable {
    static final State DEFAULT = new State(Backend.ROCKSDB, "groundswell-state", true);
  }

  /** What holds state between checkpoints. */
  public enum Backend {
    /** Memory and local disk: as much state as fits on the disk. */
    ROCKSDB,
    /** Memory alone: faster, as long as all state fits. */
    HASHMAP
  }

  /**
   * Checkpoints, and the transactions of exactly-once outputs that end with them.
   *
   * @param every from the start of one to the next, 1 s to 10 m and shorter than a transaction may
   *     last; default 10 s
   * @param timeout one that takes longer is given up, 1 s to 15 m; default 10 m
   * @param tolerateFailures this many may fail in a row before the job restarts, 0 or more; default
   *     1,000,000, so that incidents still leave while storage is down
   * @param transactionTimeout the broker drops what is written and not committed for this long, 1 m
   *     to 15 m, which is the broker's own maximum; default 15 m
   */
  public record Checkpoints(
      Duration every, Duration timeout, int tolerateFailures, Duration transactionTimeout)
      implements Serializable {
    /** What a settings file has that says nothing of them. */
    public static final Checkpoints DEFAULT =
        new Checkpoints(
            Duration.ofSeconds(10), Duration.ofMinutes(10), 1_000_000, Duration.ofMinutes(15));
  }

  /**
   * The job.
   *
   * @param name prefix of its transactions and name of its group at the brokers, of lower-case
   *     letters, digits and hyphens; default {@code groundswell}
   */
  public record Job(String name) implements Serializable {
    static final Job DEFAULT = new Job("groundswell");
  }
}
