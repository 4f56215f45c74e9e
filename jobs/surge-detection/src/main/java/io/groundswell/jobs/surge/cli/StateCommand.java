package io.groundswell.jobs.surge.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What a job remembers, as it lies on disk. */
@Command(
    name = "state",
    description = "Looks at checkpoints and savepoints, and writes a new job's first.",
    subcommands = StateListCommand.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Example:", "  groundswell state list groundswell-state"})
final class StateCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
