package io.groundswell.state.cli;

import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.state.product.Forgotten;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A savepoint without a product. */
@Command(
    name = "forget",
    description =
        "Writes a new savepoint without what the given one knows of a product and all its subjects,"
            + " its incidents too; nobody is told that these are over.",
    footer = {
      "",
      "Says where the product is still named: in what waits for its bucket to close, which is",
      "there no longer than a savepoint of a minute later, and beside others it depends on.",
      "",
      "Example:",
      "  groundswell state forget savepoints/savepoint-1 --product firefox --to savepoints/without"
    })
final class ForgetCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Its folder.")
  private Path path = Path.of("");

  @Option(names = "--product", paramLabel = "ID", required = true, description = "Which product.")
  private String product = "";

  @Option(names = "--to", paramLabel = "DIR", required = true, description = "A new folder.")
  private Path to = Path.of("");

  @Override
  public Integer call() throws IOException {
    try {
      Savepoint savepoint = Savepoint.open(path);
      new Rewriting(savepoint, Forgotten.of(savepoint, product), to)
          .anew()
          .write("forget", Rewriting.Progress.SILENT);
      Map<String, Integer> mentions = Forgotten.stillIn(Savepoint.open(to), product);
      System.out.printf("%s: nothing in it has %s as its key%n", to, product);
      mentions.forEach(
          (state, entries) ->
              System.out.printf(Locale.ROOT, "  still named in %,d of %s%n", entries, state));
      return 0;
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    }
  }
}
