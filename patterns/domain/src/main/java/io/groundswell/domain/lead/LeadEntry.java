package io.groundswell.domain.lead;

import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.SupportQueue;
import org.jspecify.annotations.Nullable;

/**
 * A row of the lead ledger: an incident, or a surge of the support queue. The last row of a {@link
 * #key()} is true. Flat, since it is operator state. Times are epoch milliseconds.
 *
 * @param incidentId the incident; of the queue's surge, the first incident that people were told of
 *     its cause, or null
 * @param about key of the incident's subject; the cause of the queue's surge, a product or a region
 *     over all products
 * @param at when the incident was detected; when the queue's surge began
 * @param overAt when it was over; null while it is not
 * @param lead how the incident stands to the queue; null in a row of the queue
 * @param warned how the queue's surge stands to incidents; null in a row of an incident
 * @param supportOnsetAt onset of the queue's surge that the incident is measured by, or null
 * @param firstContactAt start of the first bucket since the incident's onset with contacts about
 *     its cause, or null
 * @param contactsAfter contacts about its cause since people were told, while it was open
 * @param toldAt since when people know of the incident: it was detected or reopened then
 * @param updatedAt end of the bucket with which the row became what it is
 */
public record LeadEntry(
    @Nullable String incidentId,
    String about,
    long at,
    @Nullable Long overAt,
    @Nullable LeadStatus lead,
    @Nullable Warned warned,
    @Nullable Long supportOnsetAt,
    @Nullable Long firstContactAt,
    long contactsAfter,
    long toldAt,
    long updatedAt) {

  /** An incident as it stands, with the contacts that were counted before. */
  static LeadEntry of(Incident incident, @Nullable LeadEntry known, long end) {
    boolean back = known != null && known.overAt != null && incident.open();
    Long firstContactAt = known == null ? null : known.firstContactAt;
    return new LeadEntry(
        incident.id,
        incident.subject,
        incident.detectedAt,
        incident.open() ? null : (Long) incident.resolvedAt,
        incident.lead,
        null,
        incident.supportOnsetAt == 0 ? null : (Long) incident.supportOnsetAt,
        incident.firstContactAt == 0 ? firstContactAt : (Long) incident.firstContactAt,
        known == null ? 0 : known.contactsAfter,
        back ? end : known == null ? incident.detectedAt : known.toldAt,
        known == null ? end : known.updatedAt);
  }

  /** A surge of the queue as it stands. */
  static LeadEntry of(String cause, SupportQueue queue, long end) {
    return new LeadEntry(
        null,
        cause,
        queue.surgeOnset,
        queue.surgeOver == 0 ? null : (Long) queue.surgeOver,
        null,
        Warned.UNWARNED,
        null,
        null,
        0,
        0,
        end);
  }

  /** Whether this is a surge of the queue, and no incident. */
  public boolean isQueue() {
    return warned != null;
  }

  /** What tells it from other rows; the last row of a key is true. */
  public String key() {
    return isQueue() ? "queue/" + Figures.id(about, at) : "incident/" + incidentId;
  }

  /** Where a book keeps it: of a cause's surges the last. */
  String slot() {
    return isQueue() ? slotOfQueue(about) : slotOfIncident(String.valueOf(incidentId));
  }

  static String slotOfQueue(String cause) {
    return "queue/" + cause;
  }

  static String slotOfIncident(String id) {
    return "incident/" + id;
  }

  /** Seconds from the incident's detection to the queue's surge; negative where that was first. */
  public @Nullable Long seconds() {
    return supportOnsetAt == null ? null : (Long) Math.floorDiv(supportOnsetAt - at, 1000L);
  }

  /** The same where contacts are known to have come, unless they were known to come before. */
  LeadEntry since(@Nullable Long contacts) {
    return copy(firstContactAt == null ? contacts : firstContactAt, contactsAfter, updatedAt);
  }

  LeadEntry plusContacts(int more) {
    return copy(firstContactAt, contactsAfter + more, updatedAt);
  }

  LeadEntry updated(long end) {
    return copy(firstContactAt, contactsAfter, end);
  }

  private LeadEntry copy(@Nullable Long contactAt, long after, long updated) {
    return new LeadEntry(
        incidentId,
        about,
        at,
        overAt,
        lead,
        warned,
        supportOnsetAt,
        contactAt,
        after,
        toldAt,
        updated);
  }

  /** The queue's surge with what people were told. */
  LeadEntry told(@Nullable String incident, Warned status) {
    return new LeadEntry(incident, about, at, overAt, null, status, null, null, 0, 0, updatedAt);
  }
}
