package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.surge.cli.Companion;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What incident notification adds to the command line, and to the process of {@code run}. */
public final class NotificationCompanion implements Companion {
  @Override
  public List<Object> commands() {
    return List.of(new NotifyCommand(), new ReportCommand());
  }

  @Override
  public Optional<AutoCloseable> start(RunSettings settings, Map<String, String> client)
      throws Exception {
    return settings.notification() == null
        ? Optional.empty()
        : Optional.of(
            Notifying.start(
                    Path.of(settings.notification()), client, settings.outputs().incidents())
                .watched());
  }
}
