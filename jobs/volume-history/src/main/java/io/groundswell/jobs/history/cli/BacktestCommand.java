package io.groundswell.jobs.history.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.backtest.Candidate;
import io.groundswell.jobs.history.backtest.Comparison;
import io.groundswell.jobs.history.backtest.KeptHistory;
import io.groundswell.jobs.history.backtest.Outcome;
import io.groundswell.jobs.history.backtest.OutcomeJson;
import io.groundswell.jobs.history.backtest.OutcomePage;
import io.groundswell.jobs.history.backtest.OutcomeText;
import io.groundswell.jobs.history.backtest.Raised;
import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.history.backtest.Versions;
import io.groundswell.jobs.history.connector.RaisedFile;
import io.groundswell.jobs.history.connector.RaisedTable;
import io.groundswell.jobs.history.connector.SnapshotFolder;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.history.table.Place;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.evaluate.truth.IncidentFile;
import io.groundswell.jobs.surge.evaluate.truth.Judge;
import io.groundswell.jobs.surge.evaluate.truth.TruthFile;
import io.groundswell.jobs.surge.evaluate.truth.VolumeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What other rules would have told of the posts that were kept. */
@Command(
    name = "backtest",
    description = {
      "Runs the job again over kept posts, by the live rules and by others, and says what differs:",
      "incidents gained, lost, earlier, later, of another severity; how many a week; the lead."
    },
    footer = {
      "",
      "Writes to --out: backtest.html, backtest.json, and a folder for the live rules and for each",
      "candidate with its incidents.ndjson and volumes.csv.",
      "",
      "Example:",
      "  groundswell backtest --warehouse warehouse --config groundswell.yaml \\",
      "    --try calmer.yaml --try more-products.yaml --out backtest"
    })
final class BacktestCommand implements Callable<Integer> {
  private static final String REPORT = "backtest.html";
  private static final String FIGURES = "backtest.json";

  @Option(
      names = "--warehouse",
      required = true,
      paramLabel = "DIR",
      description = "The warehouse whose posts are counted again.")
  private Path warehouse;

  @Mixin private LiveRules live;

  @Option(
      names = "--try",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Candidates, each instead of the live rules' own: a policy, a catalogue (it has 'products'),",
        "patterns of yours, or weights that 'train' wrote. Without any, the live rules are held",
        "against what was told."
      })
  private List<Path> tried = List.of();

  @Option(names = "--from", paramLabel = "DAY", description = "First day, such as 2026-03-01.")
  private LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "Last day, which belongs to it.")
  private LocalDate to;

  @Option(
      names = "--cold",
      description = {
        "Begin at the first kept post knowing nothing, where otherwise what the job knew at the",
        "first snapshot is gone on from."
      })
  private boolean cold;

  @Option(
      names = "--contacts",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Support contacts (JSON lines) in the place of those that were kept.")
  private List<String> contacts = List.of();

  @Option(
      names = "--changes",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Change events (JSON lines) in the place of those that were kept.")
  private List<String> changes = List.of();

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "What is known to have happened (CSV): counts what it does not explain.")
  private String truth;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "A new folder.")
  private Path out;

  @Option(names = "--force", description = "Replace the results in --out.")
  private boolean force;

  @Option(
      names = "--parallelism",
      paramLabel = "N",
      description = "How many cores to use; the result is the same. Default: all.")
  private int parallelism = Runtime.getRuntime().availableProcessors();

  @Override
  public Integer call() throws Exception {
    LiveRules.Read rules = live.read();
    List<Candidate> candidates = candidates(rules);
    requireReadable();
    Place place = WarehouseFolder.existing(warehouse);
    KeptHistory history = KeptHistory.of(place, snapshots(place), from, to);
    LocalFiles.prepare(out, force, List.of(REPORT, FIGURES));
    Trial trial = new Trial(history, contacts, changes, rules.withChanges(), parallelism);
    List<Comparison> comparisons = new ArrayList<>();
    List<Raised> reference = List.of();
    for (Candidate candidate : candidates) {
      Path folder = out.resolve(candidate.name());
      LocalFiles.prepare(folder, force, List.of(Detection.INCIDENTS, Detection.VOLUMES));
      trial.run(candidate, folder);
      List<Raised> raised = RaisedFile.read(folder.resolve(Detection.INCIDENTS), history.from());
      reference = comparisons.isEmpty() ? raised : reference;
      comparisons.add(
          Comparison.of(
              candidate.name(),
              reference,
              raised,
              history.weeks(),
              unexplained(candidate, folder)));
    }
    tell(outcome(history, comparisons, reference, candidates.get(0).rules()));
    return 0;
  }

  private List<Snapshot> snapshots(Place place) throws IOException {
    SnapshotFolder folder = SnapshotFolder.of(place);
    return cold || folder == null ? List.of() : folder.all();
  }

  private void requireReadable() {
    contacts.forEach(path -> LocalFiles.requireReadable("--contacts", path));
    changes.forEach(path -> LocalFiles.requireReadable("--changes", path));
    if (truth != null) {
      LocalFiles.requireReadable("--truth", truth);
    }
  }

  private List<Candidate> candidates(LiveRules.Read rules) {
    List<Candidate> candidates = new ArrayList<>();
    candidates.add(rules.candidate());
    for (Path file : tried) {
      Candidate candidate = rules.with(file);
      if (candidates.stream().anyMatch(one -> one.name().equals(candidate.name()))) {
        throw new UsageError(
            "--try: there are two candidates '%s'; rename one".formatted(candidate.name()));
      }
      candidates.add(candidate);
    }
    return candidates;
  }

  private static long end(KeptHistory history, Policy policy) {
    return history.end(policy.bucket().toMillis(), policy.lateness().toMillis());
  }

  private OptionalDouble unexplained(Candidate candidate, Path folder) throws IOException {
    if (truth == null) {
      return OptionalDouble.empty();
    }
    long width = candidate.rules().policy().bucket().toMillis();
    return new Judge(
            TruthFile.read(truth),
            IncidentFile.read(folder.resolve(Detection.INCIDENTS)),
            VolumeFile.read(folder.resolve(Detection.VOLUMES).toString(), width))
        .evaluate()
        .alarmsPerWeek();
  }

  private Outcome outcome(
      KeptHistory history, List<Comparison> comparisons, List<Raised> reference, Rules live)
      throws IOException {
    List<Raised> raisedLive =
        RaisedTable.read(history.place(), history.from(), end(history, live.policy()));
    Set<String> again = reference.stream().map(Raised::course).collect(Collectors.toSet());
    LocalDate first = history.period().first();
    return new Outcome(
        history,
        from != null && from.isBefore(first) ? from : null,
        history.countedOtherwise(Versions.of(live)),
        comparisons,
        raisedLive.size(),
        (int) raisedLive.stream().filter(one -> again.contains(one.course())).count());
  }

  private void tell(Outcome outcome) throws IOException {
    write(FIGURES, OutcomeJson.of(outcome) + "\n");
    write(REPORT, OutcomePage.html(outcome));
    new OutcomeText(outcome).print(System.out);
    System.out.printf("%nThe report is %s%n", out.resolve(REPORT));
  }

  private void write(String name, String text) throws IOException {
    try (BufferedWriter writer = LocalFiles.writer(out.resolve(name).toString())) {
      writer.write(text);
    }
  }
}
