package io.groundswell.jobs.notification.delivery;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A loop whose time somebody moves: for what is only tried out, and for tests. */
public final class VirtualLoop implements Loop {
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::time).thenComparingLong(Task::number));
  private long now;
  private long count;

  private record Task(long time, long number, Runnable what) {}

  /** Begins at a time, epoch milliseconds. */
  public VirtualLoop(long now) {
    this.now = now;
  }

  @Override
  public long now() {
    return now;
  }

  @Override
  public void at(long time, Runnable task) {
    tasks.add(new Task(Math.max(now, time), count++, task));
  }

  @Override
  public void run(Runnable task) {
    at(now, task);
  }

  /** Does all that is due until then, epoch milliseconds. */
  public void until(long time) {
    while (!tasks.isEmpty() && tasks.peek().time() <= time) {
      Task task = tasks.remove();
      now = task.time();
      task.what().run();
    }
    now = time;
  }

  /** The same for a while. */
  public void pass(long seconds) {
    until(now + seconds * 1_000);
  }
}
