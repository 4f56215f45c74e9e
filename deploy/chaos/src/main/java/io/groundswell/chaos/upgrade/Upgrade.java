package io.groundswell.chaos.upgrade;

import io.groundswell.chaos.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Upgrades the job in the middle of a surge, and has checked what came of it. */
@Command(
    name = "chaos upgrade",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Starts a cluster of processes and the notification job, posts steadily, and lets a product"
            + " break. While its incident is open, the job is upgraded to a version whose state does"
            + " not fit, which has to be refused, to one that cannot run, which has to be rolled"
            + " back, and to one that is right. Says whether every post was counted once, the"
            + " incident stayed one, and nobody was told the same twice.",
    footer = {
      "",
      "Exit code 0: every promise was kept; 1: one was not.",
      "",
      "Examples:",
      "  chaos upgrade                                 to a copy of the same version: six minutes",
      "  chaos upgrade --old-jar OLD.jar               from an older one, to the one that is here",
      "  chaos upgrade --back                          at the end also back, by command"
    },
    version = "groundswell 0.1.0")
public final class Upgrade implements Callable<Integer> {
  private static final Path JAR =
      Path.of("jobs", "surge-detection", "target", "groundswell-surge-detection.jar");

  @Option(
      names = "--old-jar",
      paramLabel = "FILE",
      description =
          "The version that runs first: a jar of the main job, built from an older commit. Default:"
              + " the one that is here.")
  private @Nullable Path oldJar;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Posts a second. Default: ${DEFAULT-VALUE}.")
  private double rate = 50;

  @Option(
      names = "--back",
      description =
          "At the end also return to the old version by command, after which rows come again.")
  private boolean back;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Runs it, and ends the process with its exit code. */
  public static void main(String[] arguments) {
    CommandLine command = new CommandLine(new Upgrade());
    command.setExecutionExceptionHandler(
        (failure, line, parsed) -> {
          System.err.println("chaos upgrade: " + failure.getMessage());
          return 1;
        });
    System.exit(command.execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path home = Path.of(System.getProperty("groundswell.home"));
    Path here = home.resolve(JAR);
    Path old = oldJar == null ? here : oldJar.toAbsolutePath();
    if (!Files.isRegularFile(old)) {
      throw new ParameterException(spec.commandLine(), "--old-jar: there is no file " + old);
    }
    Path place = Files.createTempDirectory("groundswell-upgrade");
    Story story =
        new Story(place, new Settings(place, true), old, new Versions(here, place), rate, back);
    return story.play(home.resolve("deploy/local/cluster")) ? 0 : 1;
  }
}
