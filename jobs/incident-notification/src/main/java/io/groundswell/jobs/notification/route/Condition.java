package io.groundswell.jobs.notification.route;

import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Notice;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which notices a route takes: those that every part of it allows. An empty set allows all.
 *
 * @param owners of the product, as the catalogue names them
 * @param products their ids
 * @param components their ids
 * @param regions ids of regions, one of which the incident has reached
 * @param severities urgencies
 * @param kinds what kinds of things
 * @param hours when, or null for always
 */
public record Condition(
    Set<String> owners,
    Set<String> products,
    Set<String> components,
    Set<String> regions,
    Set<Severity> severities,
    Set<IncidentKind> kinds,
    @Nullable Hours hours) {
  /** What people have to be told of. */
  public static final Set<IncidentKind> FAULTS = Set.of(IncidentKind.SURGE, IncidentKind.BLIND);

  /** Copies the sets. */
  public Condition {
    owners = Set.copyOf(owners);
    products = Set.copyOf(products);
    components = Set.copyOf(components);
    regions = Set.copyOf(regions);
    severities = Set.copyOf(severities);
    kinds = Set.copyOf(kinds);
  }

  /** Whether it allows a notice. */
  public boolean allows(Notice notice) {
    return holds(owners, notice.owner())
        && holds(products, notice.subject().product())
        && holds(components, notice.subject().component())
        && reaches(notice.regions())
        && (severities.isEmpty() || severities.contains(notice.severity()))
        && (kinds.isEmpty() || kinds.contains(notice.kind()))
        && (hours == null || hours.hold(notice.updatedAt()));
  }

  private static boolean holds(Set<String> allowed, @Nullable String value) {
    return allowed.isEmpty() || (value != null && allowed.contains(value));
  }

  private boolean reaches(List<String> reached) {
    return regions.isEmpty() || reached.stream().anyMatch(this::isIn);
  }

  /** Region US covers US-CA. */
  private boolean isIn(String region) {
    int subdivision = region.indexOf('-');
    return regions.contains(region)
        || (subdivision > 0 && regions.contains(region.substring(0, subdivision)));
  }
}
