package io.groundswell.state.cli;

import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.state.product.IntoSavepoint;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What was learnt of a product, put into a savepoint. */
@Command(
    name = "import",
    description =
        "Writes a new savepoint: the given one, with what 'state export' has written of a product in"
            + " the place of what is there of it.",
    footer = {
      "",
      "With --as, another product knows it from the beginning, such as a new one that is like an",
      "old one, or the same one under a new name.",
      "",
      "A product gets another name (export it before, forget it, import it under the new one):",
      "  groundswell state export s1 --product firefox --to firefox.ndjson",
      "  groundswell state forget s1 --product firefox --to s2",
      "  groundswell state import s2 --from firefox.ndjson --product firefox --as browser --to s3"
    })
final class ImportCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Its folder.")
  private Path path = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "FILE",
      required = true,
      description = "As 'state export' has written it.")
  private Path file = Path.of("");

  @Option(names = "--product", paramLabel = "ID", required = true, description = "Which product.")
  private String product = "";

  @Option(names = "--as", paramLabel = "ID", description = "The product that is to know it.")
  private String as = "";

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "A new folder.")
  private Path to = Path.of("");

  @Override
  public Integer call() throws IOException {
    try {
      Savepoint savepoint = Savepoint.open(path);
      ExportCommand.requireThisVersion(savepoint);
      String name = as.isEmpty() ? product : as;
      IntoSavepoint into = new IntoSavepoint(product, name);
      int lines = read(into);
      new Rewriting(savepoint, into.edits(), to).anew().write("import", Rewriting.Progress.SILENT);
      System.out.printf(Locale.ROOT, "%s: %s knows %,d entries of %s%n", to, name, lines, product);
      return 0;
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    }
  }

  private int read(IntoSavepoint into) throws IOException, UnfitSavepoint {
    LocalFiles.requireReadable("--from", file.toString());
    int lines = 0;
    try (BufferedReader in = LocalFiles.reader(file)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        lines++;
        if (!into.add(line)) {
          throw new UsageError(
              "--from: line %d of %s is not of %s, or not as 'state export' writes it"
                  .formatted(lines, file, product));
        }
      }
    }
    if (lines == 0) {
      throw new UsageError("--from: %s is empty".formatted(file));
    }
    return lines;
  }
}
