package io.groundswell.jobs.history;

import io.groundswell.jobs.surge.cli.CommandLines;

/** The main class of the job's jar: {@code history --config FILE}, or any other command. */
public final class VolumeHistory {
  private VolumeHistory() {}

  /** Runs a command; see {@code --help}. */
  public static void main(String[] arguments) {
    CommandLines.main(arguments);
  }
}
