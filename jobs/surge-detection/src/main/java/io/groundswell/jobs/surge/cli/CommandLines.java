package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The commands, and what they answer to mistakes. */
@Command(
    name = "groundswell",
    description = "Early warning from public complaints.",
    mixinStandardHelpOptions = true,
    version = "groundswell 0.1.0",
    scope = ScopeType.INHERIT,
    subcommands = {
      DemoCommand.class,
      DetectCommand.class,
      TriageCommand.class,
      InitCommand.class,
      ScoreCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      RunCommand.class,
      TopicsCommand.class,
      ApplyCommand.class,
      MuteCommand.class,
      VerdictCommand.class,
      StateCommand.class
    },
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Try:",
      "  groundswell demo",
      "  groundswell detect --posts posts.ndjson --catalogue catalogue.yaml --out report",
      "  groundswell triage --posts posts.ndjson --out -",
      "  groundswell init --posts posts.ndjson --out catalogue.yaml",
      "  groundswell score --counts counts.csv --bucket 5m --out scored.csv",
      "  groundswell evaluate --posts posts.ndjson --catalogue catalogue.yaml --truth truth.csv --out e",
      "  groundswell evaluate --study --quick",
      "  groundswell run --init",
      "  groundswell topics --config groundswell.yaml",
      "  groundswell apply catalogue catalogue.yaml --because 'the outage has a hashtag'",
      "  groundswell notify --init",
      "  groundswell history --report report --warehouse warehouse",
      "  groundswell query --warehouse warehouse --views",
      "  groundswell mute shop/checkout --for 2h --because 'moving the card service'",
      "  groundswell verdict shop/checkout:20260306T132000Z real",
      "  groundswell state list groundswell-state"
    })
public final class CommandLines implements Runnable {
  private static final int FAILED = 1;
  private static final int BAD_USAGE = 2;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }

  /**
   * Runs a command and ends this process with its exit code; where Flink's client has called the
   * program to submit a job, the process is Flink's, and a command that fails throws.
   */
  public static void main(String... arguments) {
    // Flink's client calls programs with a class loader of its own.
    if (Thread.currentThread().getContextClassLoader() == ClassLoader.getSystemClassLoader()) {
      System.exit(run(arguments));
    }
    StringWriter said = new StringWriter();
    if (run(line().setErr(new PrintWriter(said, true)), arguments) != 0) {
      throw new UsageError(said.toString().strip());
    }
  }

  /** Runs a command: 0 done, 2 bad usage or configuration, 1 failed. */
  public static int run(String... arguments) {
    return run(line(), arguments);
  }

  private static CommandLine line() {
    CommandLine line = new CommandLine(new CommandLines());
    for (Companion companion : Companion.all()) {
      companion.commands().forEach(line::addSubcommand);
    }
    CommandLine state = line.getSubcommands().get("state");
    for (StateTools tools : ServiceLoader.load(StateTools.class)) {
      tools.commands().forEach(state::addSubcommand);
    }
    return line;
  }

  private static int run(CommandLine line, String... arguments) {
    return line.setParameterExceptionHandler(CommandLines::misused)
        .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command))
        .setUsageHelpAutoWidth(true)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(arguments);
  }

  private static int misused(ParameterException mistake, String[] arguments) {
    PrintWriter err = mistake.getCommandLine().getErr();
    err.println(
        oneLine(mistake.getMessage())
            + "; see "
            + mistake.getCommandLine().getCommandSpec().qualifiedName()
            + " --help");
    return BAD_USAGE;
  }

  private static int failed(Exception failure, CommandLine command) {
    Throwable cause = failure;
    while (cause.getCause() != null && !isMistake(cause)) {
      cause = cause.getCause();
    }
    command.getErr().println(oneLine(isMistake(cause) ? cause.getMessage() : "failed: " + cause));
    return isMistake(cause) ? BAD_USAGE : FAILED;
  }

  /** What a message quotes may hold line ends of its own. */
  private static String oneLine(String message) {
    return message.replaceAll("\\s*(?:\\R|\\p{Cntrl})+\\s*", " ");
  }

  private static boolean isMistake(Throwable failure) {
    return failure instanceof UsageError
        || failure instanceof SettingsException
        || failure instanceof BadInput;
  }
}
