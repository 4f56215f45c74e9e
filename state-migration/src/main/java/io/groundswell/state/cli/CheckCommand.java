package io.groundswell.state.cli;

import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.PolicyFile;
import io.groundswell.state.check.Check;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import io.groundswell.state.step.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether another version goes on from a savepoint. */
@Command(
    name = "check",
    description =
        "Says whether a version of the job goes on from a canonical savepoint, state by state, before"
            + " anybody stops the job that runs.",
    footer = {
      "",
      "Flink lets pass without a word: a state that nothing reads any more, a pattern whose",
      "stages have changed, another width of a bucket. Here each has its line.",
      "",
      "Exit code 0: it goes on; 3: it does after 'state migrate'; 1: it does not;",
      "2: the savepoint, or the jar, could not be read.",
      "",
      "Examples:",
      "  groundswell state check savepoints/savepoint-1",
      "  groundswell state check savepoints/savepoint-1 --against new/groundswell-surge-detection.jar",
      "  groundswell state check savepoints/savepoint-1 --policy policy.yaml --json"
    })
final class CheckCommand implements Callable<Integer> {
  private static final int REFUSED = 1;
  private static final int MIGRATE_FIRST = 3;
  private static final String THIS = "this";

  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "Its folder.")
  private Path path = Path.of("");

  @Option(
      names = "--against",
      paramLabel = "JAR",
      defaultValue = THIS,
      description = "The main job's jar that is to go on from it; 'this' for this version's.")
  private String against = THIS;

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "The policy that it will run by: its buckets are to be as wide as they were.")
  private @Nullable Path policy;

  @Option(names = "--json", description = "All states, as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (!against.equals(THIS)) {
      return OtherJar.check(path, Path.of(against), policy, json);
    }
    String bucket = policy == null ? null : PolicyFile.read(policy).bucket().toString();
    Path scratch = LocalFiles.temporaryFolder("groundswell-check");
    try {
      Check check =
          Check.of(Savepoint.open(path), Savepoint.shipped(), Steps.shipped(), bucket, scratch);
      CheckReport report = new CheckReport(path, check);
      System.out.print(json ? report.json() : report.text());
      return switch (check.answer()) {
        case RESTORES -> 0;
        case MIGRATE_FIRST -> MIGRATE_FIRST;
        case REFUSED -> REFUSED;
      };
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    } finally {
      LocalFiles.deleteFolder(scratch);
    }
  }
}
