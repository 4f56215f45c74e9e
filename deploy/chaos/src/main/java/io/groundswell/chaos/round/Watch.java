package io.groundswell.chaos.round;

import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Tasks;
import io.groundswell.chaos.fault.Struck;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalLong;

/** Looks on after a fault has begun, until everything runs again and the job has caught up. */
final class Watch {
  /** What is dead is noticed within 8 s of heartbeats: what has run for longer runs. */
  private static final long STEADY_MILLIS = 12_000;

  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long GLANCE_MILLIS = 100;
  private static final long LAG_EVERY_MILLIS = 500;

  /** The clock ticks each second, and Flink looks at its metrics every two. */
  private static final long COARSE_MILLIS = 4_000;

  private final Cluster cluster;
  private final Tasks tasks;
  private final Struck struck;
  private final long began;
  private final long enough;
  private long most;
  private long upSince;
  private boolean up;
  private boolean everDown;
  private long healedAt;
  private long backAt;
  private long lagSeen;

  /**
   * Watches a fault.
   *
   * @param began when it did, epoch milliseconds
   * @param lag how far the job was behind the clock before, milliseconds
   */
  Watch(Cluster cluster, Tasks tasks, Struck struck, long began, long lag) {
    this.cluster = cluster;
    this.tasks = tasks;
    this.struck = struck;
    this.began = began;
    this.enough = lag + COARSE_MILLIS;
    this.most = lag;
    this.upSince = began;
    this.up = now() - began < LAG_EVERY_MILLIS;
    this.everDown = !up;
  }

  private static long now() {
    return System.currentTimeMillis();
  }

  /**
   * How far a job is behind the clock, in milliseconds; waits until it says so. Flink fetches its
   * metrics when it is asked, so that the first answer is of the last time that anybody asked.
   */
  static long lag(Tasks tasks) throws InterruptedException {
    long fresh = now() + COARSE_MILLIS;
    long patience = now() + PATIENCE.toMillis();
    while (now() < patience) {
      OptionalLong watermark = tasks.watermark();
      if (watermark.isPresent() && now() > fresh) {
        return now() - watermark.getAsLong();
      }
      Thread.sleep(GLANCE_MILLIS * 5);
    }
    throw new IllegalStateException("the job does not say how far it is");
  }

  /** Mends the fault in time, and looks on until all is well. */
  void untilOver() throws Exception {
    while (!isOver()) {
      if (now() > began + struck.held().toMillis() + PATIENCE.toMillis()) {
        if (!up) {
          throw new IllegalStateException("not everything runs again after " + PATIENCE);
        }
        return;
      }
      if (healedAt == 0 && now() >= began + struck.held().toMillis()) {
        struck.healing().heal();
        healedAt = now();
      }
      look();
      Thread.sleep(GLANCE_MILLIS);
    }
  }

  private boolean isOver() {
    return healedAt > 0 && up && backAt > 0 && now() - Math.max(upSince, healedAt) > STEADY_MILLIS;
  }

  private void look() throws IOException, InterruptedException {
    boolean now = isUp();
    if (now && !up) {
      upSince = now();
    }
    up = now;
    if (!up) {
      everDown = true;
      backAt = 0;
    }
    if (now() - lagSeen >= LAG_EVERY_MILLIS) {
      lagSeen = now();
      tasks.watermark().ifPresent(watermark -> lookAtLag(now() - watermark));
    }
  }

  private void lookAtLag(long lag) {
    most = Math.max(most, lag);
    if (!up || healedAt == 0 || lag > enough) {
      backAt = 0;
    } else if (backAt == 0) {
      backAt = now();
    }
  }

  /** Whether every process lives, the broker listens and every task runs. */
  private boolean isUp() throws IOException, InterruptedException {
    for (String process : cluster.processes()) {
      if (!cluster.alive(process)) {
        return false;
      }
    }
    return cluster.brokerListens() && tasks.running();
  }

  /** Until everything ran again; zero where it always did. */
  Duration outage() {
    return Duration.ofMillis(everDown ? upSince - began : 0);
  }

  /** The most that the job was seen behind the clock. */
  Duration mostLag() {
    return Duration.ofMillis(most);
  }

  /**
   * From the moment at which everything ran and the fault was mended to that at which the job was
   * no further behind than before; negative where it still is.
   */
  Duration back() {
    return Duration.ofMillis(backAt == 0 ? -1 : backAt - Math.max(healedAt, upSince));
  }
}
