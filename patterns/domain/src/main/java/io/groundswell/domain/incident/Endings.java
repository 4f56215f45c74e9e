package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Subject;
import java.util.Map;
import java.util.SortedMap;

/** When incidents are over: their subject's surge is, and every member has been calm for long. */
final class Endings {
  private final long resolveAfter;

  /**
   * By a policy.
   *
   * @param resolveAfter milliseconds for which every member has to be calm
   */
  Endings(long resolveAfter) {
    this.resolveAfter = resolveAfter;
  }

  void resolve(Incident incident, SupportQueues queues, long end, Map<String, Status> news) {
    if (incident.open() && incident.recovered && end >= calmFrom(incident)) {
      incident.resolvedAt = end;
      if (incident.kind() == IncidentKind.SURGE) {
        queues.conclude(incident);
      }
      news.put(incident.id, Status.RESOLVED);
    }
  }

  /**
   * When an incident may be over although nothing more happens.
   *
   * @return epoch milliseconds; {@link Long#MAX_VALUE} where none waits for its members to be calm
   */
  long next(SortedMap<String, Incident> incidents) {
    return incidents.values().stream()
        .filter(incident -> incident.open() && incident.recovered)
        .mapToLong(this::calmFrom)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** A word for what fails is rare, and looks elevated for hours after nothing fails any more. */
  private long calmFrom(Incident incident) {
    return resolveAfter
        + incident.members.stream()
            .filter(
                member ->
                    member.subject().equals(incident.subject)
                        || Subject.parse(member.subject()).term() == null)
            .mapToLong(Extent::elevatedUntil)
            .max()
            .orElse(0);
  }
}
