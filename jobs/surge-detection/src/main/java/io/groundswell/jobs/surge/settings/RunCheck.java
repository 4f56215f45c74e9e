package io.groundswell.jobs.surge.settings;

import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.post.Pseudonyms;
import io.groundswell.jobs.surge.settings.RunSettings.Checkpoints;
import io.groundswell.jobs.surge.settings.RunSettings.Pages;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Finds what lies outside its range, and topics that are given two tasks. */
final class RunCheck {
  private static final Pattern BROKER =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.%]+]):([0-9]{1,5})");

  /** As brokers have it. */
  private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

  private static final int LARGEST_PORT = 65_535;

  /** Jobs beside the main one, each with metrics at a port of its own. */
  private static final int BESIDE = 2;

  private static final int MAX_PARALLELISM = 128;

  /** The broker's {@code transaction.max.timeout.ms}, unless somebody raised it. */
  private static final Duration LONGEST_TRANSACTION = Duration.ofMinutes(15);

  private final RunSettings settings;
  private final Predicate<String> written;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * A check of settings.
   *
   * @param written whether the file holds a key, so that a problem of two keys is told at one
   */
  RunCheck(RunSettings settings, Predicate<String> written) {
    this.settings = settings;
    this.written = written;
  }

  List<Problem> problems() {
    brokers();
    if (settings.posts().isEmpty()) {
      add("/posts", "posts is empty", "list at least one, such as {topic: posts}");
    }
    topics();
    checkpoints(settings.checkpoints());
    if (!settings.job().name().matches("[a-z0-9-]+")) {
      outside("/job/name", quoted(settings.job().name()), "lower-case letters, digits and hyphens");
    }
    pages(settings.pages());
    ports(settings.ports());
    RunSettings.Privacy privacy = settings.privacy();
    if (privacy.keyed() && !Pseudonyms.isKey(privacy.authorKey())) {
      add("/privacy/author_key", "author_key is no key", "use 64 hexadecimal digits, or none");
    }
    int parallelism = settings.parallelism();
    if (parallelism < 0 || parallelism > MAX_PARALLELISM) {
      outside("/parallelism", String.valueOf(parallelism), "1 to 128, or 0 for all cores");
    }
    return List.copyOf(problems);
  }

  private void brokers() {
    String brokers = settings.kafka().brokers();
    for (String broker : brokers.split(",", -1)) {
      var parts = BROKER.matcher(broker);
      if (!parts.matches() || !isPort(Integer.parseInt(parts.group(1)))) {
        String expected = "host:port such as localhost:9092, several separated by commas";
        outside("/kafka/brokers", quoted(brokers), expected);
        return;
      }
    }
  }

  private static boolean isPort(int number) {
    return number >= 1 && number <= LARGEST_PORT;
  }

  private void topics() {
    Map<String, String> taken = new HashMap<>();
    topicsByKey()
        .forEach(
            (key, topic) -> {
              if (!TOPIC.matcher(topic).matches()) {
                String expected = "up to 249 letters, digits, dots, hyphens and underscores";
                outside(key, quoted(topic), expected);
              }
              String before = taken.putIfAbsent(topic, key);
              if (before != null) {
                twice(topic, before, key);
              }
            });
  }

  /** Every topic, in the order of the file's template. */
  private Map<String, String> topicsByKey() {
    Map<String, String> topics = new LinkedHashMap<>();
    for (int i = 0; i < settings.posts().size(); i++) {
      topics.put("/posts/" + i + "/topic", settings.posts().get(i).topic());
    }
    for (int i = 0; i < settings.contacts().size(); i++) {
      topics.put("/contacts/" + i + "/topic", settings.contacts().get(i).topic());
    }
    for (int i = 0; i < settings.changes().size(); i++) {
      topics.put("/changes/" + i + "/topic", settings.changes().get(i).topic());
    }
    topics.put("/answers/verdicts", settings.answers().verdicts());
    topics.put("/answers/mutes", settings.answers().mutes());
    topics.put("/control/topic", settings.control().topic());
    topics.put("/clock/topic", settings.clock().topic());
    Outputs outputs = settings.outputs();
    topics.put("/outputs/incidents", outputs.incidents());
    topics.put("/outputs/volumes", outputs.volumes());
    topics.put("/outputs/contact_volumes", outputs.contactVolumes());
    topics.put("/outputs/dead_letters", outputs.deadLetters());
    topics.put("/outputs/late", outputs.late());
    topics.put("/outputs/ledger", outputs.ledger());
    topics.put("/outputs/lead_ledger", outputs.leadLedger());
    topics.put("/outputs/counted_posts", outputs.countedPosts());
    topics.put("/outputs/counted_inputs", outputs.countedInputs());
    return topics;
  }

  private void twice(String topic, String before, String key) {
    String place = written.test(key) ? key : before;
    String message =
        "topic '%s' is given to %s and to %s".formatted(topic, role(before), role(key));
    add(place, message, "give each a topic of its own");
  }

  /** What a topic is for: posts, clock, incidents. */
  private static String role(String key) {
    return key.startsWith("/outputs/") || key.startsWith("/answers/")
        ? last(key)
        : key.split("/", -1)[1];
  }

  private void checkpoints(Checkpoints given) {
    between("every", given.every(), "1s", "10m");
    between("timeout", given.timeout(), "1s", "15m");
    if (given.tolerateFailures() < 0) {
      String failures = String.valueOf(given.tolerateFailures());
      outside("/checkpoints/tolerate_failures", failures, "0 or more");
    }
    Duration transaction = given.transactionTimeout();
    String key = "/checkpoints/transaction_timeout";
    String message = "transaction_timeout is " + Durations.text(transaction);
    if (transaction.compareTo(LONGEST_TRANSACTION) > 0) {
      add(key, message + ", but brokers refuse more than 15m", "use 1m to 15m");
    } else if (transaction.compareTo(Duration.ofMinutes(1)) < 0) {
      add(key, message, "use 1m to 15m");
    } else if (transaction.compareTo(given.every()) <= 0) {
      String why = ", which ends before the checkpoint that commits it";
      add(key, message + why, "use more than every, " + Durations.text(given.every()));
    }
  }

  private void pages(Pages pages) {
    String url = pages.url();
    if (url == null) {
      return;
    }
    if (!url.matches("https?://\\S+")) {
      outside("/pages/url", quoted(url), "an address such as https://ops.example/incidents");
    } else if (pages.folder() == null) {
      add("/pages/url", "url is given, but no page is written", "add folder beside it");
    }
  }

  private void ports(Ports ports) {
    int most = LARGEST_PORT - BESIDE;
    if (ports.metrics() < 0 || ports.metrics() > most) {
      outside(
          "/ports/metrics", String.valueOf(ports.metrics()), "1 to " + most + ", or 0 for none");
    }
    if (ports.health() != 0 && !isPort(ports.health())) {
      String given = String.valueOf(ports.health());
      outside("/ports/health", given, "1 to " + LARGEST_PORT + ", or 0 for none");
    } else if (ports.health() != 0
        && ports.health() >= ports.metrics()
        && ports.health() <= ports.beside(BESIDE).metrics()) {
      String taken = ports.metrics() + " to " + ports.beside(BESIDE).metrics();
      add("/ports/health", "health is a port of metrics, " + taken, "use another");
    }
  }

  private void between(String key, Duration value, String least, String most) {
    boolean sound =
        value.compareTo(Durations.parse(least).orElseThrow()) >= 0
            && value.compareTo(Durations.parse(most).orElseThrow()) <= 0;
    if (!sound) {
      outside("/checkpoints/" + key, Durations.text(value), least + " to " + most);
    }
  }

  private void outside(String path, String value, String expected) {
    add(path, last(path) + " is " + value, "use " + expected);
  }

  private void add(String path, String message, String remedy) {
    problems.add(Problem.at(path, message, remedy));
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static String quoted(String value) {
    return "'" + value + "'";
  }
}
