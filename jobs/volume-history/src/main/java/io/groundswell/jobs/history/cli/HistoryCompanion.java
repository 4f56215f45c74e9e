package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.surge.cli.Companion;
import io.groundswell.jobs.surge.settings.RunSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What volume history adds to the command line, and to the process of {@code run}. */
public final class HistoryCompanion implements Companion {
  @Override
  public List<Object> commands() {
    return List.of(new HistoryCommand());
  }

  @Override
  public Optional<AutoCloseable> start(RunSettings settings, Map<String, String> client) {
    return Optional.empty();
  }
}
