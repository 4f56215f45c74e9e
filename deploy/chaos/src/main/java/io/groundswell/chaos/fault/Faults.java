package io.groundswell.chaos.fault;

import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Disk;
import io.groundswell.chaos.cluster.Notifier;
import io.groundswell.chaos.load.SteadyLoad;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Lets things go wrong. */
public final class Faults {
  private static final String NOTIFIER = "notifier";

  /** Longer than heartbeats and ZooKeeper's sessions, which are given up after 8 seconds. */
  private static final int SHORTEST_PAUSE = 10;

  private static final int POISONOUS = 200;
  private static final double BURST = 100;

  private final Cluster cluster;
  private final Notifier notifier;
  private final SteadyLoad load;
  private final int partitions;
  private final @Nullable Disk disk;

  /**
   * Of these.
   *
   * @param partitions of the posts' topic
   * @param disk of the cluster, or null where it has none of its own
   */
  public Faults(
      Cluster cluster, Notifier notifier, SteadyLoad load, int partitions, @Nullable Disk disk) {
    this.cluster = cluster;
    this.notifier = notifier;
    this.load = load;
    this.partitions = partitions;
    this.disk = disk;
  }

  /** Lets one begin; whom it hits and for how long is chosen by chance. */
  public Struck strike(Fault fault, Random random) throws Exception {
    return switch (fault) {
      case KILL_TASKMANAGER -> kill(List.of(any(taskManagers(), random)));
      case KILL_TASKMANAGERS -> kill(taskManagers());
      case KILL_JOBMANAGER -> kill(List.of("jobmanager"));
      case KILL_BROKER -> kill(List.of("broker"));
      case KILL_NOTIFIER -> kill(List.of(NOTIFIER));
      case KILL_ZOOKEEPER -> kill(List.of("zookeeper"));
      case KILL_SEVERAL -> kill(several(random));
      case PAUSE_TASKMANAGER -> pause(any(taskManagers(), random), random);
      case PAUSE_JOBMANAGER -> pause("jobmanager", random);
      case PAUSE_BROKER -> pause("broker", random);
      case CUT_TASKMANAGER -> cut(any(taskManagers(), random), random);
      case CUT_JOBMANAGER -> cut("jobmanager", random);
      case CUT_BROKER -> cut("broker", random);
      case FILL_DISK -> fillDisk(random);
      case UPGRADE -> upgrade();
      case SKEW_SOURCE, STOP_PARTITION, REPLAY_POSTS, POISON, BURST -> input(fault, random);
    };
  }

  private Struck input(Fault fault, Random random) {
    return switch (fault) {
      case SKEW_SOURCE -> skew(random);
      case STOP_PARTITION -> stopPartition(random);
      case REPLAY_POSTS -> {
        load.again();
        yield Struck.atOnce("everything again that came in the last minutes");
      }
      case POISON -> {
        load.poison(POISONOUS);
        yield Struck.atOnce(POISONOUS + " records that are no posts");
      }
      default -> burst(random);
    };
  }

  private List<String> taskManagers() throws Exception {
    return cluster.processes().stream().filter(one -> one.startsWith("taskmanager")).toList();
  }

  private static String any(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }

  private List<String> several(Random random) throws Exception {
    List<String> all = new ArrayList<>(taskManagers());
    all.addAll(List.of("jobmanager", "broker", NOTIFIER));
    Collections.shuffle(all, random);
    return all.subList(0, 2 + random.nextInt(all.size() - 1));
  }

  private Struck kill(List<String> processes) throws Exception {
    for (String one : processes) {
      if (one.equals(NOTIFIER)) {
        notifier.kill();
      } else {
        cluster.signal(one, "KILL");
      }
    }
    return Struck.atOnce("kill -9 " + String.join(", ", processes));
  }

  private Struck pause(String process, Random random) throws Exception {
    Duration held = pauseLength(random);
    cluster.signal(process, "STOP");
    return new Struck(
        "%s stands still for %d s".formatted(process, held.toSeconds()),
        held,
        () -> cluster.signal(process, "CONT"));
  }

  private Struck cut(String process, Random random) throws Exception {
    Duration held = pauseLength(random);
    cluster.run("disconnect", process);
    return new Struck(
        "%s reaches nobody for %d s".formatted(process, held.toSeconds()),
        held,
        () -> cluster.run("connect", process));
  }

  private Struck fillDisk(Random random) throws Exception {
    Duration held = pauseLength(random);
    if (disk == null) {
      throw new IllegalStateException("the cluster has no disk of its own");
    }
    disk.fill();
    return new Struck("no disk space for %d s".formatted(held.toSeconds()), held, disk::empty);
  }

  private static Duration pauseLength(Random random) {
    return Duration.ofSeconds(SHORTEST_PAUSE + random.nextInt(6));
  }

  private Struck skew(Random random) {
    int minutes = (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(60));
    load.skew(Duration.ofMinutes(minutes).toMillis());
    return new Struck(
        "a source's clock is %d min %s".formatted(Math.abs(minutes), minutes < 0 ? "slow" : "fast"),
        Duration.ofSeconds(15),
        () -> load.skew(0));
  }

  private Struck stopPartition(Random random) {
    int partition = random.nextInt(partitions);
    load.silence(partition);
    return new Struck(
        "nothing from partition %d for 15 s".formatted(partition),
        Duration.ofSeconds(15),
        load::release);
  }

  private Struck burst(Random random) {
    int seconds = 3 + random.nextInt(3);
    load.rate(BURST);
    return new Struck(
        "a hundred times as many posts for %d s".formatted(seconds),
        Duration.ofSeconds(seconds),
        () -> load.rate(1));
  }

  private Struck upgrade() throws Exception {
    int taskManagers = taskManagers().size() == 2 ? 3 : 2;
    cluster.run("scale", String.valueOf(taskManagers));
    return Struck.atOnce("by a savepoint to %d TaskManagers".formatted(taskManagers));
  }
}
