package io.groundswell.domain.briefing;

import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.BlastRadius.Affected;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Reports;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.report.Tally;
import io.groundswell.domain.report.Word;
import io.groundswell.domain.voice.GistReader;
import io.groundswell.domain.voice.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An incident of pay that began ten minutes before noon, and what posts say of it. */
final class Tale {
  static final long MINUTE = 60_000;
  static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

  private final Story story;
  final Habits habits = new Habits();
  private final Map<Integer, List<Report>> told = new TreeMap<>();
  private int posts;
  private long before;

  private Tale(IncidentUpdate opened) {
    story = Stories.begin(opened, MINUTE);
    Stories.turn(story, opened);
  }

  /** It opens at noon with so many people. */
  static Tale opens(long people) {
    return new Tale(update(Status.OPENED, people, List.of(), NOON));
  }

  Story story() {
    return story;
  }

  static long at(int minute) {
    return NOON + minute * MINUTE;
  }

  /** So many complaints of one minute, each by another voice. */
  Tale says(int minute, int count, String lang, String text, String... subjects) {
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      reports.add(report(minute, lang, text, "https://x.example/" + ++posts, subjects));
    }
    return hears(minute, reports, subjects);
  }

  Tale hears(int minute, List<Report> reports, String... subjects) {
    List<Tally> tallies = new ArrayList<>();
    tallies.add(new Tally("pay", reports.size(), 0));
    for (String subject : subjects) {
      tallies.add(new Tally(subject, reports.size(), 0));
    }
    Stories.add(story, new Reports("pay", at(minute), tallies, reports));
    told.computeIfAbsent(minute, m -> new ArrayList<>()).addAll(reports);
    return this;
  }

  Report report(int minute, String lang, String text, @Nullable String url, String... subjects) {
    String id = String.valueOf(++posts);
    List<String> keys = new ArrayList<>(List.of("pay"));
    keys.addAll(List.of(subjects));
    GistReader reader = new GistReader();
    reader.read(text);
    return new Report(
        at(minute),
        identity(id),
        posts,
        keys,
        false,
        new Quote(id, "x", url, lang, text),
        reader.words().stream().distinct().map(word -> new Word(word, .01f)).toList());
  }

  static long identity(String id) {
    return Hash64.of("x", id);
  }

  Tale signal(Signal.Kind kind, int minute, String post, long voice, String... subjects) {
    Signals.take(story, new Signal(kind, at(minute), 0, identity(post), voice, List.of(subjects)));
    return this;
  }

  /** The desk has news. */
  Tale turns(Status status, int minute, long people, Affected... regions) {
    Stories.turn(story, update(status, people, List.of(regions), at(minute)));
    return this;
  }

  /** The desk knows more. */
  Tale reaches(BlastRadius radius) {
    Stories.turn(story, update(Status.UPDATED, 30, radius, at(20)));
    return this;
  }

  Briefing brief() {
    return brief(Templates.defaults());
  }

  Briefing brief(Templates templates) {
    Briefing briefing =
        new Briefer(catalogue(), Policy.defaults(), templates, true)
            .brief(story, habits, Surroundings.NONE, before);
    before = story.told().updatedAt();
    return briefing;
  }

  /** Usual complaints: of each hundred so many are from a region. */
  Tale usually(Map<String, Integer> shares) {
    List<Tally> tallies = new ArrayList<>(List.of(new Tally("pay", 1000, 0)));
    shares.forEach((key, share) -> tallies.add(new Tally(key, 10 * share, 0)));
    habits.learn(new Reports("pay", NOON - 100 * MINUTE, tallies, List.of()));
    return this;
  }

  static IncidentUpdate update(Status status, long people, List<Affected> regions, long at) {
    List<Affected> own = List.of(new Affected("pay", people, 2, at(0)));
    return update(status, people, new BlastRadius(regions, List.of(), own, List.of()), at);
  }

  private static IncidentUpdate update(Status status, long people, BlastRadius radius, long at) {
    return new IncidentUpdate(
        "pay:20260302T115000Z",
        1,
        status,
        Severity.SEV3,
        IncidentKind.SURGE,
        "sudden",
        Subject.product("pay"),
        null,
        "Pay: complaints surge",
        at(-10),
        at(2),
        at,
        people,
        2,
        people,
        20,
        0,
        14,
        new Opening(20, 14, 5, people, 0),
        radius,
        new Lead(null, null, null, LeadStatus.UNKNOWN),
        null,
        null,
        "Since noon.",
        Standing.NONE);
  }

  static Catalogue catalogue() {
    Product pay =
        new Product(
            "pay",
            "Pay",
            List.of("pay"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Importance.NORMAL,
            null,
            List.of("bank"),
            List.of(Component.of("card", "card"), Component.of("transfer", "transfer")));
    return Catalogue.of(List.of(pay, Product.of("bank", "bank")), List.of());
  }
}
