package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Drafts.Reply;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Symptom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Drafts what a company may tell the public. Nothing publishes it by itself. */
final class Drafting {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Of what is far away the day matters as well. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final long MINUTE = 60_000;
  private static final long HALF_A_DAY = 720 * MINUTE;

  /** Of a language in which fewer write nobody drafts. */
  private static final double LEAST_SHARE = .1;

  private static final int MOST_SYMPTOMS = 2;

  private final Templates templates;
  private final Names names;

  Drafting(Templates templates, Names names) {
    this.templates = templates;
    this.names = names;
  }

  /** Of what is known of an incident. */
  Drafts of(
      Story story,
      List<Symptom> symptoms,
      String where,
      @Nullable Question question,
      List<String> components) {
    IncidentUpdate update = story.told();
    long next = nextUpdate(update);
    String over = update.status() == Status.RESOLVED ? "_over" : "";
    Map<String, String> status = values(update, symptoms, templates.own(), where, next);
    List<Reply> replies = new ArrayList<>();
    for (String lang : languages(story.reports)) {
      Map<String, String> values = values(update, symptoms, lang, where, next);
      if (question != null) {
        values.put("question", templates.question(lang, question.about(), components));
      }
      replies.add(
          new Reply(
              lang,
              templates.fill(lang, "reply" + over, values),
              templates.fill(lang, "announcement" + over, values)));
    }
    return new Drafts(
        templates.fill(templates.own(), "status_title" + over, status),
        templates.fill(templates.own(), "status_body" + over, status),
        next,
        replies);
  }

  private Map<String, String> values(
      IncidentUpdate update, List<Symptom> symptoms, String lang, String where, long next) {
    Map<String, String> values = new HashMap<>();
    values.put("product", names.ofProduct(update.subject().product()));
    values.put("what", what(symptoms, lang));
    values.put("where", lang.equals(Templates.FIRST) ? where : "");
    values.put("since", CLOCK.format(Instant.ofEpochMilli(update.onsetAt())));
    boolean today = next - update.updatedAt() <= HALF_A_DAY;
    values.put("next", (today ? CLOCK : DAY).format(Instant.ofEpochMilli(next)));
    values.put("lasted", Figures.duration((update.updatedAt() - update.onsetAt()) / MINUTE));
    return values;
  }

  /** In the words of those who write in the language; else that something does not work. */
  private String what(List<Symptom> symptoms, String lang) {
    List<String> terms =
        symptoms.stream()
            .filter(symptom -> symptom.lang().equals(lang))
            .limit(MOST_SYMPTOMS)
            .map(symptom -> "\"" + symptom.term() + "\"")
            .toList();
    return terms.isEmpty() ? templates.fill(lang, "something", Map.of()) : String.join(", ", terms);
  }

  /** Those in which many write, the commonest first; the company's own where none is known. */
  private List<String> languages(List<Report> reports) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Report report : reports) {
      if (templates.has(report.quote().lang())) {
        counts.merge(report.quote().lang(), 1, Integer::sum);
      }
    }
    List<String> languages =
        counts.entrySet().stream()
            .filter(entry -> entry.getValue() >= LEAST_SHARE * reports.size())
            .sorted(Comparator.comparingInt((Map.Entry<String, Integer> e) -> -e.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return languages.isEmpty() ? List.of(templates.own()) : languages;
  }

  /** The more urgent, the sooner; on a full five minutes. */
  private static long nextUpdate(IncidentUpdate update) {
    long minutes =
        switch (update.severity()) {
          case SEV1 -> 30;
          case SEV2 -> 60;
          case SEV3 -> 240;
          case SEV4 -> 1_440;
        };
    long five = 5 * MINUTE;
    return -Math.floorDiv(-(update.updatedAt() + minutes * MINUTE), five) * five;
  }
}
