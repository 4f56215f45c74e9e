package io.groundswell.jobs.surge;

import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.connector.RulingJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Posts of an invented company, written down as a story: calm days, and what breaks in them. */
public final class Scenario {
  private static final List<String> SYLLABLES =
      List.of("ba", "be", "bi", "bo", "da", "de", "di", "do", "ka", "ke", "ki", "ko", "ma", "me");

  private static final String[] COUNTRIES = {"IT", "DE", "US"};
  private static final String[] COMPLAINTS = {
    "the app is down again, cannot log in at all",
    "my payment failed three times and support does not answer",
    "keeps crashing with an error since the update, useless",
    "order is two weeks late and nobody helps, terrible service"
  };

  private static final String[][] CLAUSES = {
    {
      "this morning", "since lunch", "third time this week", "on my old phone",
      "in our office", "while I was travelling", "for my mother too", "late tonight"
    },
    {
      "I cannot log in at all", "my payment failed twice", "it keeps crashing on start",
      "the whole thing is down", "nothing loads any more", "I get an error at checkout",
      "the screen stays blank", "my order is lost"
    },
    {
      "and support does not answer", "after the last update", "with no warning whatsoever",
      "whatever button I press", "even after reinstalling it", "on every device we own",
      "just when I need it", "no matter which browser"
    },
    {
      "fix this", "what is going on?", "so annoying", "terrible service",
      "I am losing patience", "is anybody working there?", "useless", "broken again"
    }
  };
  private static final String[] CHATTER = {
    "that duck in the new video, brilliant, it made my day",
    "my cat has watched your duck twelve times, love it",
    "the duck dance at our office party, what a lovely evening",
    "congratulations on the duck, best thing all week"
  };

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<String> contacts = new ArrayList<>();
  private final List<String> changes = new ArrayList<>();
  private final List<String> verdicts = new ArrayList<>();
  private final List<String> mutes = new ArrayList<>();
  private final List<String> control = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T00:00:00Z");
  private int ids;

  private Scenario(long seed) {
    random = new Random(seed);
  }

  /** A story told by a seed. */
  public static Scenario of(long seed) {
    return new Scenario(seed);
  }

  /** Two calm days, forty minutes in which Acme fails in Italy, and three hours after it. */
  public static Scenario outage(long seed) {
    return of(seed)
        .calm("acme", Duration.ofDays(2), 30)
        .surge("acme", "", "IT", Duration.ofMinutes(40), 400)
        .calm("acme", Duration.ofHours(3), 30);
  }

  /** Complaints about a product at a steady rate, spread over countries. */
  public Scenario calm(String product, Duration length, double perHour) {
    return complaints(product, "", "", length, perHour);
  }

  /** Posts about a product that are no complaints, on top of complaints as they are when calm. */
  public Scenario chatter(String product, Duration length, double perHour) {
    Instant begin = now;
    posts(CHATTER, product, "", "", length, perHour);
    now = begin;
    return calm(product, length, 30);
  }

  /** The same, and beside it complaints at a rate of their own, each in other words. */
  Scenario chatterAnd(String product, Duration length, double perHour, double complaintsPerHour) {
    Instant begin = now;
    String[] texts = new String[2_000];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = inOtherWords();
    }
    posts(texts, product, "", "", length, complaintsPerHour);
    now = begin;
    return chatter(product, length, perHour);
  }

  /** Nine words that hardly any other post has. */
  static String anything(Random random) {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < 9; word++) {
      words.append(word == 0 ? "" : " ");
      for (int i = 0; i < 3; i++) {
        words.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
      }
    }
    return words.toString();
  }

  private String inOtherWords() {
    List<String> clauses = new ArrayList<>();
    for (String[] choice : CLAUSES) {
      clauses.add(choice[random.nextInt(choice.length)]);
    }
    return String.join(", ", clauses);
  }

  /** Nothing comes for so long. */
  Scenario silence(Duration length) {
    now = now.plus(length);
    return this;
  }

  /** Complaints about one component from one country on top of what is calm. */
  public Scenario surge(
      String product, String tag, String country, Duration length, double perHour) {
    Instant begin = now;
    complaints(product, tag, country, length, perHour);
    now = begin;
    return calm(product, length, 30);
  }

  private Scenario complaints(
      String product, String tag, String country, Duration length, double perHour) {
    return posts(COMPLAINTS, product, tag, country, length, perHour);
  }

  private Scenario posts(
      String[] texts, String product, String tag, String country, Duration length, double perHour) {
    Instant end = now.plus(length);
    for (Instant at = pause(now, perHour); at.isBefore(end); at = pause(at, perHour)) {
      String place = country.isEmpty() ? COUNTRIES[random.nextInt(COUNTRIES.length)] : country;
      String text = texts[random.nextInt(texts.length)];
      if (texts == COMPLAINTS) {
        text += ", " + anything(random); // Nobody complains in just the words of another.
      }
      lines.add(post(at, "@" + product + " " + text, "u" + random.nextInt(1_000_000), place, tag));
    }
    now = end;
    return this;
  }

  private Instant pause(Instant from, double perHour) {
    double hours = -Math.log(1 - random.nextDouble()) / perHour;
    return from.plusMillis(Math.max(1, (long) (hours * 3_600_000)));
  }

  private String post(Instant at, String text, String author, String country, String tag) {
    String tags = tag.isEmpty() ? "" : ",\"tags\":[\"" + tag + "\"]";
    return "{\"id\":\"%d\",\"source\":\"x\",\"created_at\":\"%s\",\"text\":\"%s\",\"author\":{\"id\":\"%s\"},\"geo\":{\"country\":\"%s\"}%s}"
        .formatted(++ids, at, text, author, country, tags);
  }

  /**
   * The outage, told to support as well: one call about Acme every other hour, and sixty within
   * twenty minutes from a quarter of an hour after it began. Payments had been deployed five
   * minutes before.
   */
  public static Scenario outageWithCalls(long seed) {
    Scenario scenario = outage(seed);
    Instant begin = scenario.now.minus(Duration.ofHours(3)).minus(Duration.ofMinutes(40));
    for (int hour = 46; hour > 0; hour -= 2) {
      scenario.contact(begin.minus(Duration.ofHours(hour)), "acme", "");
    }
    for (int call = 0; call < 60; call++) {
      scenario.contact(begin.plus(Duration.ofMinutes(15)).plusSeconds(call * 20L), "acme", "");
    }
    Instant deployed = begin.minus(Duration.ofMinutes(5));
    scenario.deployment(1, deployed, "acme-pay", "production");
    scenario.deployment(1, deployed.plusSeconds(30), "acme-pay", "production");
    scenario.deployment(2, deployed.plusSeconds(40), "acme-pay", "staging");
    scenario.deployment(3, deployed.plusSeconds(50), "gizmo", "production");
    scenario.deployment(4, deployed.plusSeconds(60), "", "production");
    return scenario;
  }

  /** One complaint about Acme. */
  static String complaint(String createdAt) {
    return "{\"id\":\"%1$s\",\"source\":\"forum\",\"created_at\":\"%1$s\",\"text\":\"@acme %2$s\"}"
        .formatted(createdAt, COMPLAINTS[0]);
  }

  private void contact(Instant at, String product, String region) {
    String place = region.isEmpty() ? "" : ",\"region\":\"" + region + "\"";
    contacts.add(
        "{\"id\":\"c%d\",\"created_at\":\"%s\",\"channel\":\"phone\",\"product\":\"%s\"%s}"
            .formatted(++ids, at, product, place));
  }

  /** People call support at a steady rate, from some place or none, whatever else happens. */
  public Scenario calls(
      String product, String region, Instant from, Duration length, double perHour) {
    Instant end = from.plus(length);
    for (Instant at = pause(from, perHour); at.isBefore(end); at = pause(at, perHour)) {
      contact(at, product, region);
    }
    return this;
  }

  private void deployment(int id, Instant at, String repository, String environment) {
    changes.add(
        ("{\"action\":\"created\",\"deployment\":{\"id\":%d,\"created_at\":\"%s\",\"ref\":\"v7\","
                + "\"task\":\"deploy\",\"environment\":\"%s\"},\"repository\":{\"name\":\"%s\"}}")
            .formatted(id, at, environment, repository));
  }

  /** Somebody answers to an incident. */
  public Scenario verdict(String incident, String verdict, String by, String at) {
    verdicts.add(
        "{\"incident_id\":\"%s\",\"verdict\":\"%s\",\"by\":\"%s\",\"at\":\"%s\"}"
            .formatted(incident, verdict, by, at));
    return this;
  }

  /** Somebody mutes a subject, as of a moment. */
  public Scenario mute(
      String id, String subject, String from, String until, int factor, String at) {
    mutes.add(
        ("{\"id\":\"%s\",\"subject\":\"%s\",\"from\":\"%s\",\"until\":\"%s\",\"factor\":%d,"
                + "\"because\":\"maintenance\",\"by\":\"ann\",\"at\":\"%s\"}")
            .formatted(id, subject, from, until, factor, at));
    return this;
  }

  /** Somebody rules what holds from a moment on. */
  public Scenario rule(RuleKind kind, int number, String at, String content) {
    Ruling ruling = new Ruling(kind, number, Long.MIN_VALUE, content, "ann", "it is needed");
    control.add(RulingJson.write(ruling, Instant.parse(at).toEpochMilli()));
    return this;
  }

  /** Rulings, a record a line. */
  public List<String> control() {
    return control;
  }

  /** Answers to incidents, a record a line. */
  public List<String> verdicts() {
    return verdicts;
  }

  /** Mutes, a record a line. */
  public List<String> mutes() {
    return mutes;
  }

  /** Change events, a record a line. */
  public List<String> changes() {
    return changes;
  }

  /** The same story in which nobody calls. */
  Scenario withoutContacts() {
    Scenario quiet = new Scenario(0);
    quiet.lines.addAll(lines);
    quiet.changes.addAll(changes);
    return quiet;
  }

  /** Support contacts, a record a line. */
  public List<String> contacts() {
    return contacts;
  }

  /** A record as it is, at no particular place. */
  Scenario record(String line) {
    lines.add(line);
    return this;
  }

  Instant now() {
    return now;
  }

  /** The posts so far, a record a line. */
  public List<String> lines() {
    return lines;
  }

  /** Writes the posts, shuffled, over some files. */
  public List<String> shuffled(Path folder, int files) throws IOException {
    List<String> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, random);
    List<String> paths = new ArrayList<>();
    for (int part = 0; part < files; part++) {
      Path file = folder.resolve("posts-" + files + "-" + part + ".ndjson");
      int from = shuffled.size() * part / files;
      int to = shuffled.size() * (part + 1) / files;
      Files.write(file, shuffled.subList(from, to));
      paths.add(file.toString());
    }
    return paths;
  }
}
