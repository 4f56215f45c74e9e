package io.groundswell.state.cli;

import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.SubjectState;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a savepoint holds. */
@Command(
    name = "inspect",
    description =
        "Says what a canonical savepoint holds: operators, their states, types and sizes; or what it"
            + " knows of one subject.",
    footer = {
      "",
      "Exit code 0: it could be read; 2: it is none, not whole, or in another format.",
      "",
      "Examples:",
      "  groundswell state inspect savepoints/savepoint-1",
      "  groundswell state inspect savepoints/savepoint-1 --key firefox@IT",
      "  groundswell state inspect savepoints/savepoint-1 --json | jq '.operators[].states[].bytes'"
    })
final class InspectCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Its folder.")
  private Path path = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "SUBJECT",
      description = "What is normal for a subject, such as firefox@IT, and its incidents.")
  private @Nullable String key;

  @Option(names = "--json", description = "As one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try {
      Savepoint savepoint = Savepoint.open(path);
      System.out.print(key == null ? all(savepoint) : one(savepoint, key));
      return 0;
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    }
  }

  private String all(Savepoint savepoint) throws IOException, UnfitSavepoint {
    Inventory inventory = Inventory.of(savepoint);
    return json ? inventory.json() : inventory.text();
  }

  private String one(Savepoint savepoint, String subject) throws IOException, UnfitSavepoint {
    SubjectState found = SubjectState.of(savepoint, subject);
    if (found.watch() == null && found.incidents().isEmpty()) {
      throw new UsageError(
          "--key: nothing is known of '%s'; write it as incidents do, such as firefox/sync@IT"
              .formatted(subject));
    }
    SubjectStory story = new SubjectStory(subject, found);
    return json ? story.json() : story.text();
  }
}
