package io.groundswell.state.cli;

import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.cli.PostShape;
import io.groundswell.jobs.surge.cli.RunRules;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.settings.RunFile;
import io.groundswell.jobs.surge.settings.RunSettings;
import io.groundswell.state.bootstrap.CountedSubjects;
import io.groundswell.state.bootstrap.FirstSavepoint;
import io.groundswell.state.bootstrap.KeptPast;
import io.groundswell.state.bootstrap.Past;
import io.groundswell.state.bootstrap.PastPosts;
import io.groundswell.state.bootstrap.PastVolumes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A first savepoint for a job whose past is known. */
@Command(
    name = "bootstrap",
    description =
        "Learns from posts, counts or the history what is normal, and writes it as a savepoint"
            + " that a new deployment begins with, so that it need not learn for weeks.",
    footer = {
      "",
      "Posts tell everything but what incidents there were: seasons, baselines, who",
      "shares the alarm budget, feeds, words, and what was counted in the last two",
      "days; so does the history. Counts tell seasons, baselines and shares. They are",
      "CSV, key,bucket_start,count: a row a subject (firefox, firefox/sync,",
      "firefox@IT, @IT, ?) and bucket of the policy's width; missing ones are zero.",
      "Time ends with the last record. What the job reads from before that comes late.",
      "",
      "Exit code 0: written; 2: nothing is written, and why.",
      "",
      "Examples:",
      "  groundswell state bootstrap --from-posts posts-*.gz --config groundswell.yaml --to first",
      "  groundswell state bootstrap --from-volumes counts.csv --config groundswell.yaml --to first",
      "  groundswell state bootstrap --from-history warehouse --config groundswell.yaml --to first",
      "  groundswell state inspect first --key firefox@IT",
      "  groundswell run --config groundswell.yaml --from first"
    })
final class BootstrapCommand implements Callable<Integer> {
  @ArgGroup(multiplicity = "1")
  private Source source = new Source();

  /** One of them. */
  private static final class Source {
    @Option(
        names = "--from-posts",
        arity = "1..*",
        paramLabel = "FILE",
        description = "Posts of the past, as 'detect' reads them: in any order, plain or gzip.")
    private List<String> posts = List.of();

    @Option(
        names = "--from-volumes",
        paramLabel = "CSV",
        description = "Counts of the past, as 'score' reads them, each key a subject.")
    private @Nullable String volumes;

    @Option(
        names = "--from-history",
        paramLabel = "WAREHOUSE",
        description = "The warehouse in which 'history' keeps what the job has counted.")
    private @Nullable Path warehouse;
  }

  @Mixin private PostShape shape = new PostShape();
  @Mixin private FlinkOptions flink = new FlinkOptions();

  @Option(
      names = "--config",
      required = true,
      paramLabel = "FILE",
      description = "groundswell.yaml: catalogue, policy and weights are those that 'run' is told.")
  private Path config = Path.of("");

  @Option(
      names = "--to",
      required = true,
      paramLabel = "DIR",
      description = "Where the savepoint will be; nothing is there yet.")
  private Path to = Path.of("");

  @Override
  public Integer call() throws Exception {
    Path folder = to.toAbsolutePath().normalize();
    if (LocalFiles.exists(folder)) {
      throw new UsageError("--to: %s is there already; name a new folder".formatted(to));
    }
    RunSettings settings = RunFile.read(config);
    Past past = past(RunRules.of(settings), !settings.changes().isEmpty());
    FirstSavepoint first =
        FirstSavepoint.write(flink.environment(FirstSavepoint.settings()), past, folder);
    tell(first);
    return 0;
  }

  private Past past(Rules rules, boolean withChanges) throws IOException {
    String volumes = source.volumes;
    Path warehouse = source.warehouse;
    if (volumes == null && warehouse == null) {
      LocalFiles.requireOneReader(source.posts);
      return new PastPosts(
          rules,
          withChanges,
          shape.files("--from-posts", source.posts),
          shape.reading(System.currentTimeMillis()));
    }
    if (shape.given()) {
      throw new UsageError("--format, --columns and --as-of go with --from-posts");
    }
    return warehouse == null
        ? volumes(rules, withChanges, String.valueOf(volumes))
        : kept().in(warehouse, rules, withChanges);
  }

  private static Past volumes(Rules rules, boolean withChanges, String path) throws IOException {
    LocalFiles.requireReadable("--from-volumes", path);
    String file = LocalFiles.reread(path);
    CountedSubjects.require(file, rules.catalogue(), rules.policy());
    return new PastVolumes(rules, withChanges, file);
  }

  private static KeptPast kept() {
    return ServiceLoader.load(KeptPast.class)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "--from-history: the history's jar is not beside this one; run deploy/local/groundswell"));
  }

  private void tell(FirstSavepoint first) {
    Instant until = Instant.ofEpochMilli(first.until());
    System.out.printf(
        Locale.ROOT, "Wrote %s: %,d records, up to %s.%n", to, first.records(), until);
    if (!first.underWay().isEmpty()) {
      System.out.printf(
          "Under way at that time, and taken as told: %s.%n", String.join(", ", first.underWay()));
    }
    System.out.printf(
        "Go on with what the brokers hold from then on, 'start: %s' in %s:%n", until, config);
    System.out.printf("  groundswell run --config %s --from %s%n", config, to);
  }
}
