package io.groundswell.chaos.fault;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What can go wrong. */
public enum Fault {
  /** A TaskManager dies. */
  KILL_TASKMANAGER(Part.TASKMANAGER, Needs.NOTHING),
  /** All of them do. */
  KILL_TASKMANAGERS(Part.TASKMANAGER, Needs.NOTHING),
  /** The JobManager dies. */
  KILL_JOBMANAGER(Part.JOBMANAGER, Needs.NOTHING),
  /** The broker dies. */
  KILL_BROKER(Part.OTHER, Needs.NOTHING),
  /** The notification job dies. */
  KILL_NOTIFIER(Part.OTHER, Needs.NOTHING),
  /** ZooKeeper dies. */
  KILL_ZOOKEEPER(Part.OTHER, Needs.NOTHING),
  /** Two or more of these at once. */
  KILL_SEVERAL(Part.OTHER, Needs.NOTHING),
  /** A TaskManager stands still for longer than its heartbeats. */
  PAUSE_TASKMANAGER(Part.OTHER, Needs.NOTHING),
  /** The JobManager does. */
  PAUSE_JOBMANAGER(Part.OTHER, Needs.NOTHING),
  /** The broker does. */
  PAUSE_BROKER(Part.OTHER, Needs.NOTHING),
  /** A TaskManager reaches nobody, and nobody it. */
  CUT_TASKMANAGER(Part.OTHER, Needs.NETWORKS),
  /** The JobManager does. */
  CUT_JOBMANAGER(Part.OTHER, Needs.NETWORKS),
  /** The broker does. */
  CUT_BROKER(Part.OTHER, Needs.NETWORKS),
  /** The disk of checkpoints, state, topics and ZooKeeper is full. */
  FILL_DISK(Part.OTHER, Needs.DISK),
  /** The clock of a source is wrong. */
  SKEW_SOURCE(Part.INPUT, Needs.NOTHING),
  /** Nothing comes from a partition, and then everything at once. */
  STOP_PARTITION(Part.INPUT, Needs.NOTHING),
  /** What came before comes again. */
  REPLAY_POSTS(Part.INPUT, Needs.NOTHING),
  /** Records that are no posts. */
  POISON(Part.INPUT, Needs.NOTHING),
  /** A hundred times as many posts. */
  BURST(Part.INPUT, Needs.NOTHING),
  /** A new version, by a savepoint, on another number of TaskManagers. */
  UPGRADE(Part.OTHER, Needs.NOTHING);

  private final Part part;
  private final Needs needs;

  Fault(Part part, Needs needs) {
    this.part = part;
    this.needs = needs;
  }

  /** What is promised about the time that it takes. */
  public enum Part {
    /** A TaskManager's death. */
    TASKMANAGER,
    /** A JobManager's death. */
    JOBMANAGER,
    /** The input: the job goes on. */
    INPUT,
    /** Anything else. */
    OTHER
  }

  private enum Needs {
    NOTHING,
    NETWORKS,
    DISK
  }

  /** What is promised about it. */
  public Part part() {
    return part;
  }

  /** Its name on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The fault of a name, which there is. */
  public static Fault of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Those that can be done here: networks and disks of their own are root's business. */
  public static List<Fault> possible(boolean root) {
    return Stream.of(values()).filter(one -> root || one.needs == Needs.NOTHING).toList();
  }
}
