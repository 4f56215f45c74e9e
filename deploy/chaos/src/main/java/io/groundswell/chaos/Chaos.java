package io.groundswell.chaos;

import io.groundswell.chaos.check.Checker;
import io.groundswell.chaos.cluster.Cluster;
import io.groundswell.chaos.cluster.Disk;
import io.groundswell.chaos.cluster.Notifier;
import io.groundswell.chaos.cluster.Receiver;
import io.groundswell.chaos.fault.Fault;
import io.groundswell.chaos.fault.Faults;
import io.groundswell.chaos.load.SteadyLoad;
import io.groundswell.chaos.round.Corruption;
import io.groundswell.chaos.round.Rounds;
import io.groundswell.chaos.round.Rounds.Plan;
import io.groundswell.chaos.round.Summary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lets things go wrong on a real cluster under load, and has checked what came of it. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Starts a cluster of processes and the notification job, posts steadily, and lets something"
            + " go wrong in each round while a product breaks. Says how long it took until"
            + " everything ran again, and then whether every post was counted once, the incidents"
            + " are those of a replay, and people were told in time.",
    footer = {
      "",
      "Exit code 0: every promise was kept; 1: one was not.",
      "As root also networks are cut and the disk is filled.",
      "",
      "Examples:",
      "  chaos --quick                                 two short rounds: four minutes",
      "  chaos --rounds 50 --corrupt                   everything, two or three times: an hour",
      "  chaos --seed 7 --round 12                     the twelfth round of seed 7 again",
      "  chaos --rounds 3 --only kill-jobmanager       one thing, three times",
      "  chaos check --config groundswell.yaml         the check alone, of topics of your own"
    },
    version = "groundswell 0.1.0")
public final class Chaos implements Callable<Integer> {
  private static final int PARTITIONS = 4;
  private static final String DISK = "1500m";

  /** So long there are posts again, and checkpoints, before one is corrupted. */
  private static final long AGAIN_MILLIS = 40_000;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}; quick: 2.")
  private int rounds = 20;

  @Option(
      names = "--round",
      paramLabel = "K",
      description = "Only this one, as it was in a longer run of the same seed.")
  private int round;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides what goes wrong, when and for how long. Default: ${DEFAULT-VALUE}.")
  private long seed = 1;

  @Option(
      names = "--only",
      paramLabel = "FAULT",
      description = "What goes wrong; may be given again. Default: everything, in turns.")
  private List<String> only = List.of();

  @Option(names = "--list", description = "What can go wrong, and nothing else.")
  private boolean list;

  @Option(
      names = "--corrupt",
      description = "At the end also corrupt a checkpoint, and restore a sound one.")
  private boolean corrupt;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Posts a second. Default: ${DEFAULT-VALUE}.")
  private double rate = 50;

  @Option(
      names = "--quick",
      description = "Two short rounds, buckets of 10 s in place of a minute.")
  private boolean quick;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "For everything that the cluster keeps; new or empty. Default: a new one.")
  private @Nullable Path folder;

  private final PrintStream out = System.out;

  /** Runs it, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Chaos()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    boolean able = isAble();
    List<Fault> possible = Fault.possible(able);
    if (list) {
      possible.forEach(fault -> out.println(fault.label()));
      return 0;
    }
    if (!able) {
      out.println(
          "Not as root, or no 'ip' and 'unshare' here: no network is cut, no disk is filled.");
    }
    Path place = folder == null ? Files.createTempDirectory("groundswell-chaos") : folder;
    Files.createDirectories(place);
    Disk disk = able ? Disk.mount(place.resolve("data"), DISK) : null;
    try {
      return run(place, plan(possible), able, disk);
    } finally {
      if (disk != null) {
        disk.close();
      }
    }
  }

  private Plan plan(List<Fault> possible) {
    List<Fault> faults = only.isEmpty() ? possible : only.stream().map(Fault::of).toList();
    int last = quick ? Math.min(rounds, 2) : rounds;
    List<Integer> numbers =
        round > 0 ? List.of(round) : IntStream.rangeClosed(1, last).boxed().toList();
    return new Plan(numbers, seed, faults, Duration.ofSeconds(quick ? 20 : 40));
  }

  private int run(Path place, Plan plan, boolean able, @Nullable Disk disk) throws Exception {
    Settings settings = new Settings(place, quick);
    Path script = Path.of(System.getProperty("groundswell.home"), "deploy", "local", "cluster");
    boolean kept;
    try (Cluster cluster = Cluster.start(script, place, able);
        Receiver receiver = new Receiver()) {
      settings.write(cluster.broker(), receiver.address(), PARTITIONS);
      try (SteadyLoad load = new SteadyLoad(cluster.broker(), "posts", PARTITIONS, rate, seed)) {
        cluster.run("submit", "--config", settings.job().toString());
        try (Notifier notifier = new Notifier(settings.notifier())) {
          out.printf("Everything is in %s. Listening to what is normal …%n", place);
          Thread.sleep(settings.listen().toMillis());
          Faults faults = new Faults(cluster, notifier, load, PARTITIONS, disk);
          Summary summary = new Rounds(cluster, load, faults, plan, out).play();
          load.rate(0);
          out.println();
          kept = summary.print(out);
          kept &= check(settings.job(), List.of());
          kept &= !corrupt || restored(cluster, load, settings);
          kept &= taken(load);
        }
      }
    }
    return kept ? 0 : 1;
  }

  /** Whether networks and disks can be made here; a container may forbid it even to root. */
  private static boolean isAble() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "--net", "--mount", "ip", "link").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  /** It comes last, since rows come again of what was counted after the sound checkpoint. */
  private boolean restored(Cluster cluster, SteadyLoad load, Settings settings) throws Exception {
    out.println();
    load.rate(1);
    Thread.sleep(AGAIN_MILLIS);
    boolean restored = new Corruption(cluster, out).play();
    load.rate(0);
    boolean right = check(settings.job(), List.of("--repeats", "--page-within", "300"));
    return restored && right;
  }

  private boolean taken(SteadyLoad load) {
    if (load.refused() > 0) {
      out.printf("%,d posts were not taken by the broker in ten minutes%n", load.refused());
    }
    return load.refused() == 0;
  }

  /** The checker sees the topics only: it is another process. */
  private static boolean check(Path config, List<String> more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                Checker.class.getName(),
                "--config",
                config.toString()));
    command.addAll(more);
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }
}
