package io.groundswell.domain.lead;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.SupportQueue;
import io.groundswell.domain.incident.SupportQueues;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the lead ledger: for every incident that people were told, how it stands to the support
 * queue and how many contacts came after it; for every surge of the queue, whether anybody was told
 * before. Rows are what is known so far, and come again when more is.
 */
public final class LeadBook {
  private static final Comparator<Incident> FIRST_TOLD =
      Comparator.comparingLong((Incident incident) -> incident.detectedAt)
          .thenComparing(incident -> incident.id);

  private final Map<String, LeadEntry> entries;

  /**
   * A book that goes on.
   *
   * @param entries those of {@link #slots}, by slot; changed in place
   */
  public LeadBook(Map<String, LeadEntry> entries) {
    this.entries = entries;
  }

  /** Where the entries are that incidents and causes concern. */
  public static Set<String> slots(Collection<String> incidents, Collection<String> causes) {
    return Stream.concat(
            incidents.stream().map(LeadEntry::slotOfIncident),
            causes.stream().map(LeadEntry::slotOfQueue))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Takes in what a closed bucket brought, after the desk has.
   *
   * @param incidents that the desk knows
   * @param queues those that matter; where a region's queue begins to surge, all
   * @param end end of the bucket, epoch milliseconds
   * @param buckets all of the support queue; others are passed over
   * @return rows that are new or have changed, ordered by key
   */
  public List<LeadEntry> close(
      Collection<Incident> incidents, SupportQueues queues, long end, List<ScoredBucket> buckets) {
    Map<String, LeadEntry> before = Map.copyOf(entries);
    List<Incident> told =
        incidents.stream()
            .filter(incident -> incident.kind() == IncidentKind.SURGE && !incident.withheld)
            .sorted(FIRST_TOLD)
            .toList();
    keep(told, end, new ClosedContacts(buckets));
    queues.byCause().forEach((cause, queue) -> keep(cause, queue, told, queues, end));
    return changed(before, end);
  }

  private void keep(List<Incident> told, long end, ClosedContacts contacts) {
    Map<String, LeadEntry> rows = new HashMap<>();
    for (Incident incident : told) {
      LeadEntry known = entries.get(LeadEntry.slotOfIncident(incident.id));
      Long first = incident.open() ? contacts.first(incident) : null;
      rows.put(incident.id, LeadEntry.of(incident, known, end).since(first));
    }
    Map<String, Integer> given = contacts.given(told, rows);
    entries.values().removeIf(entry -> !entry.isQueue());
    rows.forEach((id, row) -> put(row.plusContacts(given.getOrDefault(id, 0))));
  }

  private void keep(
      String cause, SupportQueue queue, List<Incident> told, SupportQueues queues, long end) {
    if (queue.surgeOnset == 0) {
      return;
    }
    LeadEntry last = entries.get(LeadEntry.slotOfQueue(cause));
    LeadEntry known = last != null && last.at() == queue.surgeOnset ? last : null;
    boolean begins = queue.surgeBegan == end;
    Incident first =
        told.stream()
            .filter(incident -> incident.cause.equals(cause))
            .filter(
                incident ->
                    incident.supportOnsetAt == queue.surgeOnset
                        || (begins && incident.open())
                        || (known != null && incident.id.equals(known.incidentId())))
            .findFirst()
            .orElse(null);
    if (known != null || first != null || (begins && counts(cause, queue, queues))) {
      put(surge(LeadEntry.of(cause, queue, end), known, first));
    }
  }

  private static LeadEntry surge(
      LeadEntry now, @Nullable LeadEntry known, @Nullable Incident first) {
    LeadEntry told = now;
    if (first != null) {
      told = now.told(first.id, first.detectedAt < now.at() ? Warned.WARNED : Warned.TOLD_LATER);
    } else if (known != null && known.warned() != null) {
      told = now.told(known.incidentId(), known.warned());
    }
    return known == null ? told : told.updated(known.updatedAt());
  }

  /** Contacts about a product are some region's as well: that is no surge of its own. */
  private static boolean counts(String cause, SupportQueue queue, SupportQueues queues) {
    return !isRegion(cause)
        || queues.byCause().entrySet().stream()
            .filter(other -> !other.getKey().equals(cause) && !other.getValue().surging.isEmpty())
            .noneMatch(
                other ->
                    !isRegion(other.getKey())
                        || isFirst(other.getKey(), other.getValue(), cause, queue));
  }

  private static boolean isFirst(String key, SupportQueue queue, String other, SupportQueue than) {
    if (queue.surgeBegan != than.surgeBegan) {
      return queue.surgeBegan < than.surgeBegan;
    }
    return queue.surgeOnset == than.surgeOnset
        ? key.compareTo(other) < 0
        : queue.surgeOnset < than.surgeOnset;
  }

  private static boolean isRegion(String cause) {
    return Subject.parse(cause).product() == null;
  }

  private void put(LeadEntry entry) {
    entries.put(entry.slot(), entry);
  }

  private List<LeadEntry> changed(Map<String, LeadEntry> before, long end) {
    Map<String, LeadEntry> changed = new TreeMap<>();
    for (Map.Entry<String, LeadEntry> kept : entries.entrySet()) {
      if (!kept.getValue().equals(before.get(kept.getKey()))) {
        kept.setValue(kept.getValue().updated(end));
        changed.put(kept.getValue().key(), kept.getValue());
      }
    }
    return new ArrayList<>(changed.values());
  }
}
