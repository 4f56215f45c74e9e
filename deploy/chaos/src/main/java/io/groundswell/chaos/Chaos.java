package io.groundswell.chaos;

import io.groundswell.chaos.cluster.Disk;
import io.groundswell.chaos.fault.Fault;
import io.groundswell.chaos.round.Rounds.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
      "  chaos --quick                                 three short rounds: four minutes",
      "  chaos --rounds 50 --corrupt                   everything, two or three times: an hour",
      "  chaos --seed 7 --round 12                     the twelfth round of seed 7 again",
      "  chaos --rounds 3 --only kill-jobmanager       one thing, three times",
      "  chaos --rounds 20 --rulings 1000              while people change the rules",
      "  chaos check --config groundswell.yaml         the check alone, of topics of your own"
    },
    version = "groundswell 0.1.0")
public final class Chaos implements Callable<Integer> {
  /** Of a cluster with what it keeps at first, and what each round leaves: topics, savepoints. */
  private static final int DISK_MEBIBYTES = 1_500;

  private static final int ROUND_MEBIBYTES = 30;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "How many. Default: ${DEFAULT-VALUE}; quick: 3.")
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
      names = "--rulings",
      paramLabel = "N",
      description = {
        "How often an hour the catalogue, the policy or a pattern is changed meanwhile.",
        "Default: ${DEFAULT-VALUE}."
      })
  private int rulings;

  @Option(
      names = "--quick",
      description = "Three short rounds, buckets of 10 s in place of a minute.")
  private boolean quick;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "For everything that the cluster keeps; new or empty. Default: a new one.")
  private @Nullable Path folder;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs it, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Chaos());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          System.err.println("chaos: " + failure.getMessage());
          return 1;
        });
    System.exit(command.execute(arguments));
  }

  private static int mebibytes(Plan plan) {
    return DISK_MEBIBYTES + ROUND_MEBIBYTES * plan.rounds().size();
  }

  @Override
  public Integer call() throws Exception {
    boolean able = isAble();
    List<Fault> possible = Fault.possible(able);
    if (list) {
      possible.forEach(fault -> System.out.println(fault.label()));
      return 0;
    }
    Plan plan = plan(possible);
    Path place = place();
    if (!able) {
      System.out.println(
          "Not as root, or no 'ip' and 'unshare' here: no network is cut, no disk is filled.");
    }
    try (Disk disk = able ? Disk.mount(place.resolve("data"), mebibytes(plan)) : null) {
      return new Play(place, new Settings(place, quick), plan, rate, rulings, corrupt, disk).run()
          ? 0
          : 1;
    }
  }

  private Plan plan(List<Fault> possible) {
    List<String> names = possible.stream().map(Fault::label).toList();
    for (String name : only) {
      if (!names.contains(name)) {
        throw wrong("--only", "'%s' cannot go wrong here; see --list".formatted(name));
      }
    }
    if (rounds < 1 || round < 0) {
      throw wrong("--rounds, --round", "there is no round before the first");
    }
    List<Fault> faults = only.isEmpty() ? possible : only.stream().map(Fault::of).toList();
    int last = quick ? Math.min(rounds, 3) : rounds;
    List<Integer> numbers =
        round > 0 ? List.of(round) : IntStream.rangeClosed(1, last).boxed().toList();
    return new Plan(numbers, seed, faults, Duration.ofSeconds(quick ? 20 : 40));
  }

  private Path place() throws IOException {
    if (folder == null) {
      return Files.createTempDirectory("groundswell-chaos");
    }
    Path place = Files.createDirectories(folder.toAbsolutePath());
    try (Stream<Path> within = Files.list(place)) {
      if (within.findAny().isPresent()) {
        throw wrong("--folder", folder + " is not empty; name another one");
      }
    }
    return place;
  }

  private ParameterException wrong(String option, String words) {
    return new ParameterException(spec.commandLine(), option + ": " + words);
  }

  /** Whether networks and disks can be made here; a container may forbid it even to root. */
  private static boolean isAble() throws InterruptedException {
    try {
      return new ProcessBuilder("unshare", "--net", "--mount", "ip", "link").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
