package io.groundswell.jobs.surge;

import io.groundswell.jobs.surge.cli.CommandLines;

/** The command line's beginning. */
public final class Groundswell {
  private Groundswell() {}

  /** Runs a command; see {@code --help}. */
  public static void main(String[] arguments) {
    CommandLines.main(arguments);
  }
}
