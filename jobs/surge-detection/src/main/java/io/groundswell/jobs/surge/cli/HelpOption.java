package io.groundswell.jobs.surge.cli;

import picocli.CommandLine.Option;

/** What every command answers. */
final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;
}
