package io.groundswell.chaos;

import io.groundswell.chaos.check.Checker;
import io.groundswell.chaos.check.Committed;
import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Disk;
import io.groundswell.chaos.cluster.Notifier;
import io.groundswell.chaos.cluster.Receiver;
import io.groundswell.chaos.fault.Faults;
import io.groundswell.chaos.load.Rulers;
import io.groundswell.chaos.load.SteadyLoad;
import io.groundswell.chaos.round.Corruption;
import io.groundswell.chaos.round.Rounds;
import io.groundswell.chaos.round.Rounds.Plan;
import io.groundswell.chaos.round.Summary;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cluster with both jobs, a load, everything that goes wrong, and the check.
 *
 * @param place where everything is kept
 * @param settings of both jobs
 * @param plan what goes wrong
 * @param rate posts a second
 * @param rulings how often an hour somebody changes what the job decides by
 * @param corrupt also a checkpoint, in the end
 * @param disk of the cluster, or null where none can be made
 */
record Play(
    Path place,
    Settings settings,
    Plan plan,
    double rate,
    int rulings,
    boolean corrupt,
    @Nullable Disk disk) {
  private static final PrintStream OUT = System.out;
  private static final int PARTITIONS = 4;

  /** So long there are posts again, and checkpoints, before one is corrupted. */
  private static final long AGAIN_MILLIS = 40_000;

  /** Whether every promise was kept. */
  boolean run() throws Exception {
    Path script = Path.of(System.getProperty("groundswell.home"), "deploy", "local", "cluster");
    try (Cluster cluster = Cluster.start(script, place, disk != null);
        Receiver receiver = new Receiver()) {
      settings.write(cluster.broker(), receiver.address(), PARTITIONS);
      try (SteadyLoad load =
          new SteadyLoad(cluster.broker(), "posts", PARTITIONS, rate, plan.seed())) {
        cluster.run("submit", "--config", settings.job().toString());
        try (Notifier notifier = new Notifier(settings.notifier())) {
          return play(cluster, notifier, load);
        }
      }
    }
  }

  private boolean play(Cluster cluster, Notifier notifier, SteadyLoad load) throws Exception {
    OUT.printf("Everything is in %s. Listening to what is normal …%n", place);
    Thread.sleep(settings.listen().toMillis());
    Faults faults = new Faults(cluster, notifier, load, PARTITIONS, disk);
    RunSettings told = RunFile.read(settings.job());
    boolean ruled;
    Summary summary;
    try (Rulers rulers = new Rulers(cluster.broker(), told, rulings, settings.policy())) {
      summary = new Rounds(cluster, load, faults, plan, OUT).play();
      rulers.stop();
      load.rate(0);
      OUT.println();
      ruled = rulings == 0 || rulers.print(ticks(cluster, told), OUT);
    }
    boolean kept = summary.print(OUT) && ruled;
    kept &= check(List.of());
    kept &= !corrupt || restored(cluster, load);
    return taken(load) && kept;
  }

  /** What the clock has said, once the last ruling has had time to be taken up. */
  private List<String> ticks(Cluster cluster, RunSettings told) throws Exception {
    Thread.sleep(AGAIN_MILLIS);
    return new Committed(cluster.broker()).values(told.clock().topic());
  }

  /** It comes last, since rows come again of what was counted after the sound checkpoint. */
  private boolean restored(Cluster cluster, SteadyLoad load) throws Exception {
    OUT.println();
    load.rate(1);
    Thread.sleep(AGAIN_MILLIS);
    boolean restored = new Corruption(cluster, OUT).play();
    load.rate(0);
    return check(List.of("--repeats", "--page-within", "300")) && restored;
  }

  private static boolean taken(SteadyLoad load) {
    if (load.refused() > 0) {
      OUT.printf("%,d posts were not taken by the broker in ten minutes%n", load.refused());
    }
    return load.refused() == 0;
  }

  private boolean check(List<String> more) throws IOException, InterruptedException {
    return Checker.apart(settings.job(), more);
  }
}
