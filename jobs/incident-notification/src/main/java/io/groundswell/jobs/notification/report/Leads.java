package io.groundswell.jobs.notification.report;

import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.lead.LeadSum;
import io.groundswell.domain.lead.Warned;
import java.util.Comparator;
import java.util.List;

/**
 * How incidents stand to the support queue.
 *
 * @param sum added up
 * @param misses surges of the queue before which nobody was told
 * @param simulated whether the queue is generated
 */
public record Leads(LeadSum sum, List<LeadEntry> misses, boolean simulated) {

  /** Copies the list. */
  public Leads {
    misses = List.copyOf(misses);
  }

  static Leads of(List<LeadRow> rows, Period period) {
    List<LeadRow> own = rows.stream().filter(row -> period.holds(row.entry().at())).toList();
    List<LeadEntry> entries = own.stream().map(LeadRow::entry).toList();
    return new Leads(
        LeadSum.of(entries, 0),
        entries.stream()
            .filter(entry -> entry.isQueue() && entry.warned() != Warned.WARNED)
            .sorted(Comparator.comparingLong(LeadEntry::at).thenComparing(LeadEntry::about))
            .toList(),
        own.stream().anyMatch(LeadRow::simulated));
  }
}
