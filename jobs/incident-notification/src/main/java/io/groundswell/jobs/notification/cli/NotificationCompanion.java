package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.surge.cli.Companion;
import java.util.List;

/** What incident notification adds to the command line. */
public final class NotificationCompanion implements Companion {
  @Override
  public List<Object> commands() {
    return List.of(new NotifyCommand());
  }
}
