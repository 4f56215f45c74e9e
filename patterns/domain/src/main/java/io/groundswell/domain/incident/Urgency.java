package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.volume.Buckets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How urgent an incident is from bucket to bucket: more at once, less only when it has been less
 * for a quarter of an hour, so that it does not flap.
 */
final class Urgency {
  private static final long QUARTER = Buckets.HOUR / 4;
  private static final long FALLS_AFTER = QUARTER;
  private static final int MOST_STEPS = 64;
  private static final int WIDE = 3;

  /** Who has been told of so many hears it again when there are so many times as many. */
  private static final double DOUBLED = 2;

  /** Fewer say nothing of growth. */
  private static final double GROWING = 20;

  private final Map<String, Importance> importances = new HashMap<>();

  Urgency(Catalogue catalogue) {
    for (Product product : catalogue.products()) {
      importances.put(product.id(), product.importance());
    }
  }

  /** Tells which open surges have doubled or become more or less urgent. */
  void judge(Iterable<Incident> incidents, long end, Map<String, Status> news) {
    for (Incident incident : incidents) {
      if (!incident.open() || incident.kind() != IncidentKind.SURGE) {
        continue;
      }
      note(incident, end);
      if (!incident.recovered && incident.observed >= DOUBLED * incident.told) {
        news.putIfAbsent(incident.id, Status.UPDATED);
      }
      Status said = news.get(incident.id);
      Severity now = severity(incident, end);
      if (said == Status.OPENED || said == Status.REOPENED) {
        incident.severity = now;
        incident.lowerSince = 0;
      } else {
        Status change = change(incident, now, end);
        if (change != null && said != Status.ESCALATED) {
          news.put(incident.id, change);
        }
      }
    }
  }

  private static @Nullable Status change(Incident incident, Severity now, long end) {
    int risen = incident.severity.compareTo(now);
    if (risen >= 0) {
      incident.lowerSince = 0;
      if (incident.recovered) {
        return null; // What fades is measured in the hour behind it.
      }
      incident.severity = now;
      return risen > 0 ? Status.ESCALATED : null;
    }
    if (incident.lowerSince == 0) {
      incident.lowerSince = end;
    }
    if (end - incident.lowerSince < FALLS_AFTER) {
      return null;
    }
    incident.lowerSince = 0;
    incident.severity = now;
    return Status.DEESCALATED;
  }

  /**
   * Remembers that until now nobody more has complained: while a surge is under way every bucket
   * with complaints is measured, so what comes next has come at once, and not evenly since the last
   * one.
   *
   * @param until end of the bucket before the one that closes, epoch milliseconds
   */
  static void quiet(Iterable<Incident> incidents, long until) {
    for (Incident incident : incidents) {
      boolean underWay = incident.open() && !incident.recovered && !incident.across;
      int last = incident.steps.size() - 1;
      if (underWay && last >= 0 && incident.steps.get(last).end() < until) {
        note(incident, until);
      }
    }
  }

  /** When an incident may be less urgent although nothing more happens; else never. */
  static long next(Iterable<Incident> incidents) {
    long next = Long.MAX_VALUE;
    for (Incident incident : incidents) {
      if (incident.open() && incident.lowerSince > 0) {
        next = Math.min(next, incident.lowerSince + FALLS_AFTER);
      }
    }
    return next;
  }

  /** Remembers the last hour, a step a minute at most. */
  private static void note(Incident incident, long end) {
    List<Step> steps = incident.steps;
    int last = steps.size() - 1;
    long from = last < 1 ? 0 : steps.get(last - 1).end();
    if (last >= 1 && end - from < Buckets.HOUR / 60) {
      steps.remove(last);
    }
    steps.add(new Step(end, incident.observed, incident.posts));
    while (steps.size() > 1 && steps.get(1).end() <= end - Buckets.HOUR) {
      steps.remove(0);
    }
    if (steps.size() > MOST_STEPS) {
      steps.remove(0);
    }
  }

  private Severity severity(Incident incident, long end) {
    double hour = incident.observed - at(incident, end - Buckets.HOUR, Step::observed);
    Importance importance =
        importances.getOrDefault(
            Objects.requireNonNullElse(Subject.parse(incident.subject).product(), ""),
            Importance.NORMAL);
    return Severity.of(
        hour, expected(incident, end), isWide(incident), grows(incident, end), importance);
  }

  /** By posts: an author counts anew when a clock hour begins. */
  private static boolean grows(Incident incident, long end) {
    double quarter = incident.posts - at(incident, end - QUARTER, Step::posts);
    double before = incident.posts - quarter - at(incident, end - 2 * QUARTER, Step::posts);
    return quarter >= GROWING && quarter >= 2 * before;
  }

  /** Expected in as much of the last hour as it has lasted. */
  private static double expected(Incident incident, long end) {
    double lasted = Math.max(1, end - incident.onset);
    return incident.expected * Math.min(1, Buckets.HOUR / lasted);
  }

  /**
   * Between two steps as if they had come evenly: an incident may be noticed, or go on, long after
   * its people began to complain.
   */
  private static double at(Incident incident, long moment, ToDoubleFunction<Step> figure) {
    Step before = new Step(incident.onset, 0, 0);
    for (Step step : incident.steps) {
      double known = figure.applyAsDouble(before);
      if (step.end() > moment) {
        double lasted = step.end() - before.end();
        double into = Math.max(0, moment - before.end());
        return known + (figure.applyAsDouble(step) - known) * into / lasted;
      }
      before = step;
    }
    return figure.applyAsDouble(before);
  }

  private static boolean isWide(Incident incident) {
    Set<String> places = new HashSet<>();
    Set<String> products = new HashSet<>();
    for (Extent member : incident.members) {
      Subject subject = Subject.parse(member.subject());
      if (subject.region() != null) {
        places.add(subject.region());
      }
      if (subject.product() != null) {
        products.add(subject.product());
      }
    }
    long apart =
        places.stream()
            .filter(one -> places.stream().noneMatch(other -> other.startsWith(one + "-")))
            .count();
    return apart >= WIDE || products.size() > 1;
  }
}
