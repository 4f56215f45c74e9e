package io.groundswell.state.cli;

import io.groundswell.jobs.surge.cli.StateTools;
import java.util.List;

/** What state migration adds to {@code groundswell state}. */
public final class SavepointTools implements StateTools {
  @Override
  public List<Object> commands() {
    return List.of(
        new InspectCommand(),
        new CheckCommand(),
        new MigrateCommand(),
        new BootstrapCommand(),
        new DiffCommand(),
        new ExportCommand(),
        new ImportCommand(),
        new ForgetCommand());
  }
}
