package io.groundswell.domain.lead;

import io.groundswell.domain.incident.LeadStatus;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lead ledger added up.
 *
 * @param incidents that people were told
 * @param ahead of them, told before the queue's surge began
 * @param behind told when it had begun
 * @param noSupportSurge over, and the queue has not surged
 * @param unknown still open, and the queue has not surged
 * @param medianLeadSeconds of those ahead and behind; null where there are none
 * @param queueSurges surges of the queue
 * @param warned of them, those before which an incident of their cause was told
 * @param toldLater of them, those that had begun when the first incident of their cause was told
 * @param unwarned of them, those without an incident
 * @param contacts all that were counted
 * @param contactsAfter of them, those that came after people were told of what they are about
 */
public record LeadSum(
    long incidents,
    long ahead,
    long behind,
    long noSupportSurge,
    long unknown,
    @Nullable Long medianLeadSeconds,
    long queueSurges,
    long warned,
    long toldLater,
    long unwarned,
    long contacts,
    long contactsAfter) {

  /**
   * The share of all calls that one author on IT service management thought can be avoided by
   * telling people early. A guess to compare with, and no claim of ours.
   */
  public static final double THOUGHT_AVOIDABLE = .2;

  /**
   * Adds up.
   *
   * @param rows the last one of each key
   * @param contacts how many contacts were counted
   */
  public static LeadSum of(Collection<LeadEntry> rows, long contacts) {
    List<LeadEntry> incidents = rows.stream().filter(row -> !row.isQueue()).toList();
    return new LeadSum(
        incidents.size(),
        count(rows, LeadStatus.AHEAD),
        count(rows, LeadStatus.BEHIND),
        count(rows, LeadStatus.NO_SUPPORT_SURGE),
        count(rows, LeadStatus.UNKNOWN),
        median(incidents),
        rows.size() - incidents.size(),
        count(rows, Warned.WARNED),
        count(rows, Warned.TOLD_LATER),
        count(rows, Warned.UNWARNED),
        contacts,
        incidents.stream().mapToLong(LeadEntry::contactsAfter).sum());
  }

  private static long count(Collection<LeadEntry> rows, LeadStatus status) {
    return rows.stream().filter(row -> row.lead() == status).count();
  }

  private static long count(Collection<LeadEntry> rows, Warned status) {
    return rows.stream().filter(row -> row.warned() == status).count();
  }

  /** Of an even number, half-way between the two in the middle. */
  private static @Nullable Long median(List<LeadEntry> incidents) {
    long[] seconds =
        incidents.stream()
            .map(LeadEntry::seconds)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    int half = seconds.length / 2;
    if (seconds.length == 0) {
      return null;
    }
    return seconds.length % 2 == 1
        ? (Long) seconds[half]
        : (Long) Math.floorDiv(seconds[half - 1] + seconds[half], 2L);
  }

  /** Surges of the queue without an incident before them. */
  public long misses() {
    return toldLater + unwarned;
  }

  /**
   * Incidents that are over without a surge of the queue: false alarms as the queue sees it. People
   * may complain in public and never call.
   */
  public long falseAlarms() {
    return noSupportSurge;
  }

  /** Share of all contacts that came after people were told; 0 where there are none. */
  public double shareAfterDetection() {
    return contacts == 0 ? 0 : contactsAfter / (double) contacts;
  }
}
