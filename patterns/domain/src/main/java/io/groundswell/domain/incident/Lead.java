package io.groundswell.domain.incident;

import org.jspecify.annotations.Nullable;

/**
 * How far ahead of the company's own support queue an incident is. Times are epoch milliseconds.
 *
 * @param firstContactAt start of the first bucket since onset in which somebody contacted support
 *     about the incident's product, or its region where it has none; null where nobody has
 * @param supportOnsetAt onset of the queue's own surge, or null. Its onset and not its detection,
 *     so that the lead is never flattered
 * @param seconds from the incident's detection to that; negative where the queue came first
 * @param status what that says
 */
public record Lead(
    @Nullable Long firstContactAt,
    @Nullable Long supportOnsetAt,
    @Nullable Long seconds,
    LeadStatus status) {

  static Lead of(Incident incident) {
    boolean surged = incident.supportOnsetAt != 0;
    return new Lead(
        incident.firstContactAt == 0 ? null : incident.firstContactAt,
        surged ? incident.supportOnsetAt : null,
        surged ? Math.floorDiv(incident.supportOnsetAt - incident.detectedAt, 1000L) : null,
        incident.lead);
  }
}
