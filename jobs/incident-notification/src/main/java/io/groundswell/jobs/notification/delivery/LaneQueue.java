package io.groundswell.jobs.notification.delivery;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Lanes with something to tell, the most urgent first, as far as the destination may be called. */
final class LaneQueue {
  private final Loop loop;
  private final Throttle throttle;
  private final int atOnce;
  private final Consumer<Lane> start;
  private final SortedSet<Lane> ready = new TreeSet<>(Lane.URGENT_FIRST);
  private int underWay;
  private boolean paused;
  private long wakeAt = Long.MAX_VALUE;

  /**
   * A queue.
   *
   * @param atOnce how many deliveries may be under way
   * @param start begins one; whoever ends it calls {@link #done}
   */
  LaneQueue(Loop loop, Throttle throttle, int atOnce, Consumer<Lane> start) {
    this.loop = loop;
    this.throttle = throttle;
    this.atOnce = atOnce;
    this.start = start;
  }

  /** Adds a lane that is free and has something to tell; it is there once. */
  void add(Lane lane) {
    if (!lane.busy && lane.pending != null) {
      lane.weigh();
      ready.add(lane);
      pump();
    }
  }

  /** Takes a lane out, before what it has to tell changes. */
  void remove(Lane lane) {
    ready.remove(lane);
  }

  /** A delivery has ended. */
  void done() {
    underWay--;
    pump();
  }

  /** Starts nothing until {@link #begin}. */
  void pause() {
    paused = true;
  }

  void begin() {
    paused = false;
    pump();
  }

  private void pump() {
    while (!paused && !ready.isEmpty() && underWay < throttle.atOnce(atOnce)) {
      long now = loop.now();
      long next = throttle.next(now);
      if (next > now) {
        wake(next);
        return;
      }
      Lane lane = ready.first();
      ready.remove(lane);
      throttle.called(now);
      underWay++;
      start.accept(lane);
    }
  }

  private void wake(long time) {
    if (time < wakeAt) {
      wakeAt = time;
      loop.at(
          time,
          () -> {
            wakeAt = Long.MAX_VALUE;
            pump();
          });
    }
  }
}
