package io.groundswell.jobs.notification.delivery;

/** The one thread in which everything is decided, and its clock. */
public interface Loop {
  /** What time it is, epoch milliseconds. */
  long now();

  /** Runs a task in the loop at a time, or soon where that is past; called in the loop only. */
  void at(long time, Runnable task);

  /** Runs a task in the loop soon; may be called by any thread. */
  void run(Runnable task);
}
