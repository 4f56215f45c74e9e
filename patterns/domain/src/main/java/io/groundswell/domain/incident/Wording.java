package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Figures.amount;
import static io.groundswell.domain.incident.Figures.duration;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.volume.Channel;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says in words and figures what an incident is. */
final class Wording {
  private static final int MINUTE = 60_000;

  /** Less of the evidence is not worth a word. */
  private static final double MATTERS = .5;

  private final Catalogue catalogue;

  private final AcrossRules across;

  Wording(Catalogue catalogue, AcrossRules across) {
    this.catalogue = catalogue;
    this.across = across;
  }

  IncidentUpdate update(Incident incident, long end) {
    Subject subject = Subject.parse(Channel.subject(incident.subject));
    Product product = product(subject.product());
    boolean surge = incident.kind() == IncidentKind.SURGE;
    double scale = incident.kind() == IncidentKind.CHATTER ? Channel.CHATTER_SAMPLE : 1;
    return new IncidentUpdate(
        incident.id,
        incident.sequence,
        incident.status,
        surge ? incident.severity : Severity.SEV4,
        incident.kind(),
        incident.pattern,
        subject,
        null,
        surge ? title(incident, subject, end) : Asides.title(incident, name(subject)),
        incident.onset,
        incident.detectedAt,
        end,
        Math.round(scale * incident.observed),
        scale * incident.expected,
        Math.round(scale * incident.posts),
        incident.evidence,
        incident.texts,
        incident.threshold,
        Opening.of(incident),
        surge ? BlastRadius.of(incident.members, subject, product) : BlastRadius.NONE,
        Lead.of(incident),
        product == null ? null : product.owner(),
        product == null ? null : product.runbook(),
        surge ? explanation(incident) : Asides.explanation(incident));
  }

  private String title(Incident incident, Subject subject, long end) {
    String name = name(subject);
    return switch (incident.status) {
      case RESOLVED -> "%s: complaints are back to normal".formatted(name);
      case REOPENED -> "%s: complaints surge again, %s".formatted(name, sizes(incident, end));
      case ESCALATED -> "%s: the surge has grown, %s".formatted(name, sizes(incident, end));
      case DEESCALATED -> "%s: less urgent by now, %s".formatted(name, sizes(incident, end));
      default -> "%s: complaints surge, %s".formatted(name, sizes(incident, end));
    };
  }

  private static String sizes(Incident incident, long end) {
    long minutes = Math.max(1, Math.round((end - incident.onset) / (double) MINUTE));
    return String.format(
        Locale.ROOT,
        "%d people in %s where %s are normal",
        Math.round(incident.observed),
        duration(minutes),
        amount(incident.expected));
  }

  private String name(Subject subject) {
    Product product = product(subject.product());
    StringBuilder name = new StringBuilder();
    if (subject.product() == null) {
      name.append("All products");
    } else if (Subject.UNMATCHED.equals(subject.product())) {
      name.append("Complaints about no known product");
    } else {
      name.append(product == null ? subject.product() : product.name());
    }
    if (subject.component() != null) {
      name.append(", ").append(componentName(product, subject.component()));
    }
    if (subject.term() != null) {
      name.append(", \"").append(subject.term()).append('"');
    }
    if (subject.region() != null) {
      name.append(" in ").append(subject.region());
    }
    return name.toString();
  }

  private static String componentName(@Nullable Product product, String id) {
    if (product != null) {
      for (Component component : product.components()) {
        if (component.id().equals(id)) {
          return component.name();
        }
      }
    }
    return id;
  }

  private @Nullable Product product(@Nullable String id) {
    return catalogue.products().stream().filter(p -> p.id().equals(id)).findFirst().orElse(null);
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
    return since + " " + reason(incident) + queue(incident);
  }

  private static String queue(Incident incident) {
    long minutes = Math.abs(incident.supportOnsetAt - incident.detectedAt) / MINUTE;
    return switch (incident.lead) {
      case UNKNOWN -> "";
      case AHEAD ->
          " The support queue began to surge at %s, %s after this was told."
              .formatted(Instant.ofEpochMilli(incident.supportOnsetAt), duration(minutes));
      case BEHIND ->
          " The support queue had begun to surge at %s, %s before this was told."
              .formatted(Instant.ofEpochMilli(incident.supportOnsetAt), duration(minutes));
      case NO_SUPPORT_SURGE -> " The support queue has not surged.";
    };
  }

  private String reason(Incident incident) {
    if (incident.status == Status.RESOLVED) {
      return "Calm for long enough, and the recovery test is sure that the baseline is back.";
    }
    if (incident.across && incident.status == Status.OPENED) {
      return together(incident);
    }
    double chance = Budget.chancePerWeek(incident.watched, incident.evidence);
    String evidence =
        String.format(
            Locale.ROOT,
            "evidence %.1f%s against a threshold of %.1f",
            incident.evidence,
            texts(incident),
            incident.threshold);
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
