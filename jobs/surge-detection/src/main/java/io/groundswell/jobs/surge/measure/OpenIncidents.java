package io.groundswell.jobs.surge.measure;

import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * {@code open_incidents} by kind and severity, {@code blind_sources} and {@code updates} by status.
 * After a restart incidents are open again from the first minute that ends.
 */
public final class OpenIncidents {
  private final Map<IncidentKind, Map<Severity, AtomicInteger>> open =
      new EnumMap<>(IncidentKind.class);
  private final Map<Status, Counter> updates = new EnumMap<>(Status.class);

  /** Registers its metrics. */
  public OpenIncidents(MetricGroup operator) {
    MetricGroup metrics = Measure.group(operator);
    for (IncidentKind kind : IncidentKind.values()) {
      Map<Severity, AtomicInteger> ofKind = new EnumMap<>(Severity.class);
      for (Severity severity : Severity.values()) {
        AtomicInteger count = new AtomicInteger();
        metrics
            .addGroup("kind", kind.label())
            .addGroup("severity", label(severity))
            .gauge("open_incidents", count::get);
        ofKind.put(severity, count);
      }
      open.put(kind, ofKind);
    }
    metrics.gauge("blind_sources", this::blind);
    for (Status status : Status.values()) {
      updates.put(status, metrics.addGroup("status", status.label()).counter("updates"));
    }
  }

  private static String label(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private int blind() {
    return Objects.requireNonNull(open.get(IncidentKind.BLIND)).values().stream()
        .mapToInt(AtomicInteger::get)
        .sum();
  }

  /** An update was told: it is counted, and put into the log. */
  public void told(IncidentUpdate update) {
    Objects.requireNonNull(updates.get(update.status())).inc();
    IncidentLog.say(
        update.incidentId(),
        "%s %s %s, update %d"
            .formatted(
                update.status().label(),
                update.severity(),
                update.kind().label(),
                update.sequence()));
  }

  /** What is known of incidents now. */
  public void are(Collection<Story> known) {
    Map<IncidentKind, Map<Severity, Integer>> counts = new EnumMap<>(IncidentKind.class);
    for (Story story : known) {
      IncidentUpdate told = story.told();
      if (!story.isOver()) {
        counts
            .computeIfAbsent(told.kind(), kind -> new EnumMap<>(Severity.class))
            .merge(told.severity(), 1, Integer::sum);
      }
    }
    open.forEach(
        (kind, ofKind) ->
            ofKind.forEach(
                (severity, count) ->
                    count.set(counts.getOrDefault(kind, Map.of()).getOrDefault(severity, 0))));
  }
}
