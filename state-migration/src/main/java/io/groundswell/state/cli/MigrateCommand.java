package io.groundswell.state.cli;

import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import io.groundswell.state.step.Migration;
import io.groundswell.state.step.Step;
import io.groundswell.state.step.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries a savepoint over to this version. */
@Command(
    name = "migrate",
    description =
        "Writes a savepoint of this version out of an older one, and reads it again; the older one"
            + " stays as it is.",
    footer = {
      "",
      "All of it is done beside DIR, which appears when everything is there and has been read",
      "again. A run that was killed goes on where it was when the same command is typed.",
      "",
      "Exit code 0: DIR is a savepoint of this version; 2: it could not be carried over.",
      "",
      "Example:",
      "  groundswell state migrate savepoints/savepoint-1 --to savepoints/savepoint-1-migrated"
    })
final class MigrateCommand implements Callable<Integer> {
  private static final long MEBI = 1 << 20;
  private static final long LARGE = 10 * MEBI;

  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Its folder.")
  private Path path = Path.of("");

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "A new folder.")
  private Path to = Path.of("");

  @Override
  public Integer call() throws IOException {
    try {
      Migration migration = new Migration(Savepoint.open(path), Steps.shipped(), to);
      for (Step step : migration.steps()) {
        step.says()
            .forEach(says -> System.err.println(step.from() + " -> " + step.to() + ": " + says));
      }
      Map<String, Long> entries = migration.run(MigrateCommand::tell);
      System.out.printf(
          Locale.ROOT,
          "%s: version %s, %,d entries of %d states written and read again%n",
          to,
          Steps.shipped().latest(),
          entries.values().stream().mapToLong(Long::longValue).sum(),
          entries.size());
      return 0;
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    }
  }

  /** Those that take a while. */
  private static void tell(String uid, long bytes, int number, int of) {
    if (bytes > LARGE) {
      System.err.printf(
          Locale.ROOT, "  %s, %,d MB, operator %d of %d%n", uid, bytes / MEBI, number, of);
    }
  }
}
