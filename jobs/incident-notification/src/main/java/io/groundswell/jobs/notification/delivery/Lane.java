package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Notice.Said;
import io.groundswell.jobs.notification.route.Route;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One incident at one destination: what it was told, and what it still has to be told. */
final class Lane {
  /** What wakes people up overtakes what they can read later. */
  static final Comparator<Lane> URGENT_FIRST =
      Comparator.comparingInt((Lane lane) -> lane.rank)
          .thenComparingLong(lane -> lane.since)
          .thenComparing(lane -> lane.incidentId);

  final String incidentId;

  /** The destination has an alert of it. */
  boolean open;

  boolean acknowledged;
  @Nullable String reference;

  /** The latest update that was settled: taken, refused or not wanted. */
  int settled;

  /** When the destination took the first notice; 0 where it never has. Epoch milliseconds. */
  long firstAt;

  /** When something was settled last, epoch milliseconds. */
  long at;

  /** Still to be told; a later update replaces it. */
  @Nullable Notice pending;

  /** Since when something is to be told, epoch milliseconds. */
  long since;

  int attempts;
  boolean busy;

  /** What a mute holds back. */
  @Nullable Notice held;

  /** What could not be delivered. */
  @Nullable Notice failed;

  /** What it was told last, while it is open. */
  @Nullable Notice told;

  /** How often it was told something. */
  int tellings;

  private int rank;

  Lane(String incidentId) {
    this.incidentId = incidentId;
  }

  static Lane of(Entry entry) {
    Lane lane = new Lane(entry.incidentId());
    lane.open = entry.open();
    lane.acknowledged = entry.acknowledged();
    lane.reference = entry.reference();
    lane.firstAt = entry.firstAt();
    lane.at = entry.at();
    boolean held = entry.outcome() == Entry.Outcome.HELD;
    lane.settled = held ? entry.sequence() - 1 : entry.sequence();
    return lane;
  }

  boolean knows(Notice notice) {
    return notice.sequence() <= settled
        || (pending != null && notice.sequence() <= pending.sequence());
  }

  /** Takes what is to be told; whether that replaces something that was not told yet. */
  boolean offer(Notice notice, long arrivedAt) {
    boolean collapsed = pending != null;
    if (pending == null) {
      since = arrivedAt;
    }
    pending = notice;
    held = null;
    return collapsed;
  }

  /** Repeats what it was told, where there is nothing new. */
  void repeat(long now) {
    if (pending == null && told != null) {
      pending = told;
      since = now;
    }
  }

  /** What telling the pending notice does at the destination. */
  Step step() {
    Notice notice = Objects.requireNonNull(pending);
    if (notice.over()) {
      return Step.RESOLVE;
    }
    if (!open) {
      return Step.TRIGGER;
    }
    if (notice.acknowledgedBy() != null && !acknowledged) {
      return Step.ACKNOWLEDGE;
    }
    return notice.sequence() <= settled ? Step.REPEAT : Step.UPDATE;
  }

  /** Fixes its place in the queue, until the next call. */
  void weigh() {
    Notice notice = Objects.requireNonNull(pending);
    rank =
        switch (step()) {
          case TRIGGER -> Route.isUrgent(notice.severity()) ? 0 : 1;
          case RESOLVE -> 2;
          case UPDATE -> isAlarming(notice) ? 0 : 3;
          case ACKNOWLEDGE -> 3;
          case REPEAT -> 4;
        };
  }

  private static boolean isAlarming(Notice notice) {
    return notice.said() == Said.ESCALATED || notice.said() == Said.REOPENED;
  }

  /** Whether the destination has the incident as urgently as a notice says. */
  boolean has(Notice notice) {
    return settled >= notice.sequence() || (open && notice.said() != Said.REOPENED);
  }

  /** Whether the destination has never been told of it, and is not about to be. */
  boolean isUntold() {
    return firstAt == 0 && !open && isDone();
  }

  /** Whether what it was told is still so, as of a telling. */
  boolean mayRepeat(int telling) {
    boolean ended = failed != null && failed.over();
    return open && tellings == telling && isDone() && !ended;
  }

  /** The destination has taken a notice; what came meanwhile stays pending. */
  void took(Notice notice, Step step, @Nullable String newReference, long now) {
    open = step != Step.RESOLVE;
    acknowledged = open && (acknowledged || step == Step.ACKNOWLEDGE);
    reference = newReference == null ? reference : newReference;
    firstAt = firstAt == 0 ? now : firstAt;
    told = open ? notice : null;
    tellings++;
    if (step != Step.ACKNOWLEDGE || notice.said() == Said.ACKNOWLEDGED) {
      settle(notice, now);
    }
    if (failed != null && failed.sequence() <= notice.sequence()) {
      failed = null;
    }
    boolean owed = open && notice.acknowledgedBy() != null && !acknowledged;
    if (isPending(notice) && notice.sequence() <= settled && !owed) {
      pending = null;
    }
  }

  /** The destination will never have a notice. */
  void lost(Notice notice, long now) {
    settle(notice, now);
    failed = notice;
    if (isPending(notice)) {
      pending = null;
    }
  }

  private void settle(Notice notice, long now) {
    settled = Math.max(settled, notice.sequence());
    at = now;
  }

  private boolean isPending(Notice notice) {
    return pending != null && pending.sequence() <= notice.sequence();
  }

  /** How the destination stands to the incident now. */
  Entry entry(String destination, Notice notice, Entry.Outcome outcome, String reason, long now) {
    return new Entry(
        destination,
        incidentId,
        notice.sequence(),
        outcome,
        open,
        acknowledged,
        reference,
        attempts,
        firstAt,
        now,
        notice.severity().name(),
        notice.owner(),
        reason,
        outcome == Entry.Outcome.DELIVERED ? null : notice.json());
  }

  /** Whether nothing is left of it since a time, epoch milliseconds. */
  boolean isForgotten(long before) {
    return !open && isDone() && held == null && failed == null && at < before;
  }

  boolean isDone() {
    return pending == null && !busy;
  }
}
