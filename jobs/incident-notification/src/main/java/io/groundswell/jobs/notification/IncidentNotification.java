package io.groundswell.jobs.notification;

import io.groundswell.jobs.surge.cli.CommandLines;

/** The main class of the job's jar: {@code notify --config FILE}, or any other command. */
public final class IncidentNotification {
  private IncidentNotification() {}

  /** Runs a command; see {@code --help}. */
  public static void main(String[] arguments) {
    CommandLines.main(arguments);
  }
}
