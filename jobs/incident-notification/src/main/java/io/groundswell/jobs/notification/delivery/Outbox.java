package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.OwnNotice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What one destination has still to be told. Of an incident only the latest update that waits is
 * told; between incidents the most urgent goes first. Used in the loop only.
 */
final class Outbox {
  private static final long FORGET_AFTER = 72 * 3_600_000L;

  private final String name;
  private final Destination destination;
  private final Manner manner;
  private final boolean pages;
  private final Desk desk;
  private final Loop loop;
  private final Throttle throttle;
  private final Map<String, Lane> lanes = new TreeMap<>();
  private final LaneQueue queue;

  /**
   * An outbox.
   *
   * @param pages what it is told wakes people up, so that mutes hold it back
   */
  Outbox(String name, Destination destination, boolean pages, Desk desk) {
    this.name = name;
    this.pages = pages;
    this.destination = destination;
    this.manner = destination.manner();
    this.desk = desk;
    this.loop = desk.loop();
    this.throttle = new Throttle(manner.perMinute(), desk.random());
    int atOnce = manner.keyed() ? manner.atOnce() : 1;
    this.queue = new LaneQueue(loop, throttle, atOnce, this::start);
  }

  boolean pages() {
    return pages;
  }

  void pause() {
    queue.pause();
  }

  void begin() {
    queue.begin();
  }

  /** The breaker is open. */
  boolean isBroken() {
    return throttle.isBroken();
  }

  /**
   * Goes on from what the journal says.
   *
   * @param notice what was not delivered, or null
   */
  void restore(Entry entry, @Nullable Notice notice) {
    Lane lane = Lane.of(entry);
    if (entry.outcome() != Entry.Outcome.HELD) {
      lane.failed = notice;
    }
    lanes.put(entry.incidentId(), lane);
  }

  /** Whether it was told of an incident that is not over there, or is about to be. */
  boolean follows(String incidentId) {
    Lane lane = lanes.get(incidentId);
    return lane != null && (lane.open || lane.pending != null || lane.busy || lane.held != null);
  }

  /** Whether it has the incident, at least as of an update. */
  boolean has(Notice notice) {
    Lane lane = lanes.get(notice.incidentId());
    return lane != null && lane.failed == null && lane.has(notice);
  }

  /** Whether a mute holds back the incident. */
  boolean holdsBack(String incidentId) {
    Lane lane = lanes.get(incidentId);
    return lane != null && lane.held != null;
  }

  /** Whether nothing about the incident waits. */
  boolean isDone(String incidentId) {
    Lane lane = lanes.get(incidentId);
    return lane == null || (lane.isDone() && lane.held == null);
  }

  /** Takes a notice, if that is new to it. */
  void take(Notice notice, long arrivedAt) {
    Lane lane = lanes.computeIfAbsent(notice.incidentId(), Lane::new);
    if (lane.knows(notice)) {
      remind(lane, notice);
      return;
    }
    if (!destination.takes(notice) || isNoNews(lane, notice)) {
      lane.settled = notice.sequence();
    } else if (pages && !lane.open && !lane.busy && isHeld(lane, notice)) {
      hold(lane, notice);
    } else {
      queue.remove(lane);
      if (lane.offer(notice, arrivedAt)) {
        desk.counts().add(Counts.Of.COLLAPSED);
      }
      queue.add(lane);
    }
  }

  /**
   * What is over need not be told where its beginning never was, but to those who know it by its
   * key: they may have taken it just before a crash.
   */
  private boolean isNoNews(Lane lane, Notice notice) {
    return notice.over() && !manner.keyed() && lane.isUntold() && !OwnNotice.is(notice);
  }

  /** After a restart an open alert's last notice is known again, and can be repeated. */
  private void remind(Lane lane, Notice notice) {
    if (lane.open && lane.told == null && notice.sequence() == lane.settled) {
      lane.told = notice;
      repeatLater(lane);
    }
  }

  private static boolean isHeld(Lane lane, Notice notice) {
    return notice.mute() != null || (lane.held != null && notice.over());
  }

  private void hold(Lane lane, Notice notice) {
    queue.remove(lane);
    lane.pending = null;
    if (notice.over()) {
      lane.held = null;
      lane.settled = notice.sequence();
      return;
    }
    if (lane.held == null) {
      desk.counts().add(Counts.Of.HELD);
    }
    lane.held = notice;
    lane.at = loop.now();
    write(lane, notice, Entry.Outcome.HELD, Objects.requireNonNull(notice.mute()).because());
  }

  /** A mute is over: what it held back and is over as well needs no record any more. */
  void unmuted(String incidentId) {
    Lane lane = lanes.get(incidentId);
    if (lane != null && lane.isUntold() && lane.held == null) {
      desk.journal().forget(Entry.key(name, incidentId));
    }
  }

  /** Tries once more what could not be delivered: of one incident, or of all where that is null. */
  int redeliver(@Nullable String incidentId) {
    int count = 0;
    for (Lane lane : List.copyOf(lanes.values())) {
      Notice failed = lane.failed;
      if (failed != null && (incidentId == null || incidentId.equals(lane.incidentId))) {
        lane.failed = null;
        lane.settled = Math.min(lane.settled, failed.sequence() - 1);
        take(failed, loop.now());
        count++;
      }
    }
    return count;
  }

  private void start(Lane lane) {
    Notice notice = Objects.requireNonNull(lane.pending);
    Step step = lane.step();
    lane.busy = true;
    lane.attempts++;
    deliver(new Delivery(notice, step, lane.reference, loop.now()))
        .exceptionally(Outbox::lostTrack)
        .thenAccept(answer -> loop.run(() -> answered(lane, notice, step, answer)));
  }

  /** A destination answers in words; what it throws is a fault of ours, and no reason to stop. */
  private CompletionStage<Answer> deliver(Delivery delivery) {
    try {
      return destination.deliver(delivery);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(lostTrack(e));
    }
  }

  private static Answer lostTrack(Throwable failure) {
    return Answer.tryAgain(failure.getClass().getSimpleName(), null);
  }

  private void answered(Lane lane, Notice notice, Step step, Answer answer) {
    lane.busy = false;
    switch (answer.outcome()) {
      case DELIVERED -> delivered(lane, notice, step, answer);
      case REFUSED -> {
        throttle.answered();
        lose(lane, notice, Entry.Outcome.REFUSED, answer.reason());
      }
      case TRY_AGAIN -> tryAgain(lane, notice, answer);
    }
  }

  private void delivered(Lane lane, Notice notice, Step step, Answer answer) {
    throttle.answered();
    lane.took(notice, step, answer.reference(), loop.now());
    if (step == Step.REPEAT) {
      free(lane);
    } else {
      desk.counts().add(Counts.Of.DELIVERED);
      var safe = write(lane, notice, Entry.Outcome.DELIVERED, "");
      if (manner.keyed()) {
        free(lane);
      } else {
        // What nobody could tell for a repeat is on record before the next leaves.
        lane.busy = true;
        safe.whenComplete((done, failure) -> loop.run(() -> free(lane)));
      }
    }
    repeatLater(lane);
  }

  private void free(Lane lane) {
    lane.busy = false;
    lane.attempts = 0;
    queue.add(lane);
    queue.done();
  }

  private void repeatLater(Lane lane) {
    if (manner.repeatEvery() != null && lane.open) {
      int tellings = lane.tellings;
      loop.at(
          loop.now() + manner.repeatEvery().toMillis(),
          () -> {
            if (lane.mayRepeat(tellings)) {
              lane.repeat(loop.now());
              queue.add(lane);
            }
          });
    }
  }

  private void lose(Lane lane, Notice notice, Entry.Outcome outcome, String reason) {
    desk.counts().add(Counts.Of.UNDELIVERED);
    lane.lost(notice, loop.now());
    write(lane, notice, outcome, reason);
    free(lane);
    repeatLater(lane);
  }

  private void tryAgain(Lane lane, Notice notice, Answer answer) {
    long now = loop.now();
    if (now - lane.since > desk.giveUpAfter()) {
      lose(lane, notice, Entry.Outcome.GIVEN_UP, answer.reason());
      return;
    }
    desk.counts().add(Counts.Of.RETRIED);
    throttle.failed(now, answer.pause());
    lane.busy = true; // It waits.
    loop.at(
        throttle.again(now, lane.attempts),
        () -> {
          lane.busy = false;
          queue.add(lane);
        });
    queue.done();
  }

  private CompletionStage<?> write(Lane lane, Notice notice, Entry.Outcome outcome, String reason) {
    return desk.record(lane.entry(name, notice, outcome, reason, loop.now()));
  }

  /** Forgets incidents that have been over for days. */
  void forget() {
    long before = loop.now() - FORGET_AFTER;
    for (Lane lane : List.copyOf(lanes.values())) {
      if (lane.isForgotten(before)) {
        lanes.remove(lane.incidentId);
        desk.journal().forget(Entry.key(name, lane.incidentId));
      }
    }
  }
}
