package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Figures.amount;
import static io.groundswell.domain.incident.Figures.duration;

import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.volume.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Says in words and figures what an incident is. */
final class Wording {
  private static final int MINUTE = 60_000;

  /** Less of the evidence is not worth a word. */
  private static final double MATTERS = .5;

  private final Names names;
  private final AcrossRules across;
  private final List<PatternRule> patterns;
  private final String queueName;

  Wording(Catalogue catalogue, AcrossRules across, List<PatternRule> patterns, String queueName) {
    this.names = new Names(catalogue);
    this.across = across;
    this.patterns = patterns;
    this.queueName = queueName;
  }

  IncidentUpdate update(Incident incident, long end) {
    Subject subject = Subject.parse(Channel.subject(incident.subject));
    Product product = names.product(subject.product());
    return new IncidentUpdate(
        incident.id,
        incident.sequence,
        incident.status,
        incident.severity,
        incident.kind(),
        incident.pattern,
        subject,
        null,
        title(incident, subject, end),
        incident.onset,
        incident.detectedAt,
        end,
        Math.round(scale(incident) * incident.observed),
        scale(incident) * incident.expected,
        Math.round(scale(incident) * incident.posts),
        incident.evidence,
        incident.texts,
        incident.threshold,
        Opening.of(incident),
        isSurge(incident) ? BlastRadius.of(incident.members, subject, product) : BlastRadius.NONE,
        Lead.of(incident),
        product == null ? null : product.owner(),
        product == null ? null : product.runbook(),
        isSurge(incident) ? explanation(incident) : Asides.explanation(incident),
        Standing.NONE);
  }

  private static boolean isSurge(Incident incident) {
    return incident.kind() == IncidentKind.SURGE;
  }

  private static double scale(Incident incident) {
    return incident.kind() == IncidentKind.CHATTER ? Channel.CHATTER_SAMPLE : 1;
  }

  private String title(Incident incident, Subject subject, long end) {
    if (incident.pattern.equals(PatternId.REMOVED)) {
      return Titles.removed(names.of(subject));
    }
    if (!isSurge(incident)) {
      return Asides.title(incident, names.of(subject));
    }
    return Titles.surge(
        incident.status,
        names.of(subject),
        "",
        "",
        incident.observed,
        incident.expected,
        end - incident.onset);
  }

  private String explanation(Incident incident) {
    String since =
        String.format(
            Locale.ROOT,
            "Since %s, %d people have complained in %d posts; the baseline expects %s.",
            Instant.ofEpochMilli(incident.onset),
            Math.round(incident.observed),
            Math.round(incident.posts),
            amount(incident.expected));
    return since + " " + reason(incident) + ownPatterns(incident) + queue(incident);
  }

  private String queue(Incident incident) {
    long minutes = Math.abs(incident.supportOnsetAt - incident.detectedAt) / MINUTE;
    return switch (incident.lead) {
      case UNKNOWN -> "";
      case AHEAD ->
          " The %s began to surge at %s, %s after this was told."
              .formatted(
                  queueName, Instant.ofEpochMilli(incident.supportOnsetAt), duration(minutes));
      case BEHIND ->
          " The %s had begun to surge at %s, %s before this was told."
              .formatted(
                  queueName, Instant.ofEpochMilli(incident.supportOnsetAt), duration(minutes));
      case NO_SUPPORT_SURGE -> " The %s has not surged.".formatted(queueName);
    };
  }

  private String reason(Incident incident) {
    if (incident.pattern.equals(PatternId.REMOVED)) {
      return "Closed since its subject is no longer in the catalogue; complaints may go on.";
    }
    if (incident.status == Status.RESOLVED) {
      return "Calm for long enough, and the recovery test is sure that the baseline is back.";
    }
    if (incident.across && incident.status == Status.OPENED) {
      return Incidents.isOwn(incident.pattern) ? alone(incident) : together(incident);
    }
    double chance = Budget.chancePerWeek(incident.watched, incident.evidence);
    String evidence =
        String.format(
            Locale.ROOT,
            "evidence %.1f%s against a threshold of %.1f%s",
            incident.evidence,
            texts(incident),
            incident.threshold,
            eased(incident));
    if (incident.status == Status.OPENED || incident.status == Status.REOPENED) {
      return String.format(
          Locale.ROOT,
          "%s: %s; by chance at most %s times a week over the %d subjects watched.",
          shape(incident.pattern),
          evidence,
          amount(chance),
          incident.watched);
    }
    return "Now: %s (evidence restarts when an incident opens).".formatted(evidence);
  }

  private static String texts(Incident incident) {
    return incident.texts < MATTERS
        ? ""
        : String.format(Locale.ROOT, " (%.1f of it since they say the same)", incident.texts);
  }

  private static String eased(Incident incident) {
    boolean opened = incident.status == Status.OPENED && incident.openDiscount >= MATTERS / 10;
    return opened
        ? String.format(
            Locale.ROOT,
            " (%.1f lower than usual, in the hour after a change)",
            incident.openDiscount)
        : "";
  }

  private String ownPatterns(Incident incident) {
    StringBuilder text = new StringBuilder();
    for (String id : incident.ownPatterns) {
      text.append(" Your pattern ").append(id).append(" has matched");
      patterns.stream()
          .filter(rule -> rule.id().equals(id) && !rule.says().isEmpty())
          .forEach(rule -> text.append(": ").append(rule.says().replaceFirst("\\.$", "")));
      text.append('.');
    }
    return text.toString();
  }

  private static String alone(Incident incident) {
    return String.format(
        Locale.ROOT,
        "Its last bucket by itself: evidence %.1f against a threshold of %.1f; how often the pattern"
            + " matches by chance, a backtest tells.",
        incident.evidence,
        incident.threshold);
  }

  private String together(Incident incident) {
    boolean spread = incident.pattern.equals(PatternId.SPREAD);
    double chance =
        spread
            ? across.spreadsByChance(incident.evidence)
            : across.cascadesByChance(incident.evidence);
    return String.format(
        Locale.ROOT,
        "%s: evidence of %.1f or more each, where one alone needs %.1f; together by chance at most"
            + " %s times a week.",
        shape(incident.pattern),
        incident.evidence,
        incident.threshold,
        amount(chance));
  }

  private static String shape(String pattern) {
    return switch (pattern) {
      case PatternId.SUDDEN -> "Calm until the bucket before, then extreme";
      case PatternId.SUSTAINED -> "A run of elevated buckets, then extreme";
      case PatternId.RELAPSE -> "Extreme again soon after the end";
      case PatternId.SPREAD -> "Three regions at once, none of them extreme";
      case PatternId.CASCADE -> "A product and one that depends on it, neither of them extreme";
      default -> "Pattern " + pattern;
    };
  }
}
