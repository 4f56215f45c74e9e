package io.groundswell.state.cli;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.state.product.KnownOf;
import io.groundswell.state.saved.Origin;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a savepoint has learnt of a product, as a file. */
@Command(
    name = "export",
    description =
        "Writes what a canonical savepoint has learnt of a product and all its subjects into a file,"
            + " which 'state import' puts into another savepoint, or under another name.",
    footer = {
      "",
      "What is normal for each subject, its season, its share of the alarm budget and the words",
      "that are usual. Incidents, texts and what waits in open buckets stay where they are.",
      "",
      "Example:",
      "  groundswell state export savepoints/savepoint-1 --product firefox --to firefox.ndjson"
    })
final class ExportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Its folder.")
  private Path path = Path.of("");

  @Option(names = "--product", paramLabel = "ID", required = true, description = "Which product.")
  private String product = "";

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "A new file (NDJSON); '-' for standard output.")
  private String to = "";

  @Override
  public Integer call() throws IOException {
    try {
      Savepoint savepoint = Savepoint.open(path);
      requireThisVersion(savepoint);
      KnownOf known = KnownOf.of(savepoint, product);
      if (known.lines().isEmpty()) {
        throw new UsageError(
            "--product: nothing is known of '%s'; write its id as the catalogue does"
                .formatted(product));
      }
      write(known);
      System.err.printf(Locale.ROOT, "%,d entries about %s%n", known.lines().size(), product);
      known.surging().forEach(subject -> System.err.println("a surge is under way: " + subject));
      return 0;
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    }
  }

  /** Entries are in the bytes of one version. */
  static void requireThisVersion(Savepoint savepoint) throws IOException, UnfitSavepoint {
    String version = Origin.of(savepoint).version();
    if (!version.equals(MadeBy.STATE_VERSION)) {
      throw new UnfitSavepoint(
          "%s: it is of version %s; 'groundswell state migrate' it to %s first"
              .formatted(savepoint.folder(), version, MadeBy.STATE_VERSION));
    }
  }

  private void write(KnownOf known) throws IOException {
    if (!to.equals("-") && LocalFiles.exists(Path.of(to))) {
      throw new UsageError("--to: %s is there already; name a new file".formatted(to));
    }
    try (BufferedWriter out = LocalFiles.writer(to)) {
      for (String line : known.lines()) {
        out.write(line);
        out.newLine();
      }
    }
  }
}
