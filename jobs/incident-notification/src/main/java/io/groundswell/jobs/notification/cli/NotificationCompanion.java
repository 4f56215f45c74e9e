package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.settings.NeedsFile;
import io.groundswell.jobs.surge.cli.Companion;
import io.groundswell.jobs.surge.connector.kafka.Needs;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.jobs.surge.settings.RunSettings.Ports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What incident notification adds to the command line, and to the process of {@code run}. */
public final class NotificationCompanion implements Companion {
  @Override
  public String key() {
    return "notify";
  }

  @Override
  public List<Object> commands() {
    return List.of(new NotifyCommand(), new ReportCommand());
  }

  @Override
  public Needs needs(Path config, @Nullable RunSettings main, Map<String, String> environment) {
    return NeedsFile.read(config, environment, main == null ? null : main.outputs().incidents());
  }

  @Override
  public Beside start(RunSettings settings, Map<String, String> client) throws Exception {
    Path config = Path.of(Objects.requireNonNull(settings.notification()));
    Ports ports = settings.ports().beside(1);
    return Notifying.start(config, client, settings.outputs().incidents(), ports).watched()::close;
  }
}
