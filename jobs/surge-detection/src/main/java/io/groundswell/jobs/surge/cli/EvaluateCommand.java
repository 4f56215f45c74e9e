package io.groundswell.jobs.surge.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How good the real job is, measured: on data whose truth is known, or on generated data. */
@Command(
    name = "evaluate",
    sortOptions = false,
    customSynopsis = {
      "groundswell evaluate --posts FILE… --catalogue FILE --truth FILE --out DIR [OPTION…]",
      "       groundswell evaluate --counts CSV --bucket DURATION --truth FILE --out DIR [OPTION…]",
      "       groundswell evaluate --study [--quick] [--seed N[,N…]] [--out DIR] [OPTION…]",
      "       groundswell evaluate --brigade [--quick] [--seed N[,N…]] [--out DIR]",
      "       groundswell evaluate --suspects [--quick] [--seed N[,N…]] [--out DIR]",
      "       groundswell evaluate --triage LABELLED.csv [--weights FILE] [--out DIR]"
    },
    descriptionHeading = "%n",
    description = {
      "Measures how good detection and triage are, on your data or on generated data.",
      "",
      "  with --truth  runs the real job over your posts or counts and judges what it tells by what"
          + " is known to have happened: recall, delay, unexplained incidents a week, lead, time in"
          + " alert;",
      "  with --study  measures on streams that it generates: false alarms, stated and observed, and"
          + " how soon surges are seen, beside other detectors and an oracle that knows the truth;",
      "  with --brigade runs the real job over invented complaints and scripted brigades: how many"
          + " accounts it takes to open an incident, and how many people;",
      "  with --suspects runs the real job over invented changes and faults: whether suspicion falls"
          + " on the change that caused a fault, and on none where there is none;",
      "  with --triage measures how well complaints are told from chatter on posts that you have"
          + " labelled.",
      "",
      "In all modes:"
    },
    footerHeading = "%nThe truth is a CSV, a row for each thing that happened or did not:%n",
    footer = {
      "  id,subjects,from,until,expect,note,official_at",
      "  C1,shop;shop/pay,2026-03-06T13:20:00Z,2026-03-06T16:00:00Z,must,broke,",
      "",
      "  subjects     keys separated by ;, with * for any text: shop;shop/*;shop@US*;*",
      "  expect       must (an incident has to tell it), may (neither asked for nor",
      "               false), never (an incident is false)",
      "  official_at  optional: when the company's own bug, status post or ticket came",
      "",
      "With --truth, --out is needed and gets what detect or score writes, and:",
      "  report.html      the figures, every row with plots, and what nothing explains",
      "  rows.csv         a line for each row of the truth",
      "  incidents.csv    a line for each incident, with the rows that explain it",
      "  evaluation.json  all figures",
      "With --study, tables are printed; --out, if given, gets:",
      "  report.html      the figures in words, tables and plots",
      "  calm.csv, curves.csv, shared.csv, study.json  all figures",
      "With --brigade, tables are printed; --out, if given, gets:",
      "  report.html      the figures in words, tables and plots",
      "  trials.csv, brigades.json  every trial, and all figures",
      "With --suspects, figures are printed; --out, if given, gets:",
      "  report.html      the figures in words",
      "  faults.csv, suspects.json  every fault with its suspects, and all figures",
      "With --triage, figures are printed; --out, if given, gets:",
      "  evaluation.json  all figures",
      "  judged.csv       every post with its probability, the worst mistakes first",
      "",
      "Examples:",
      "  groundswell evaluate --posts posts.ndjson.gz --catalogue catalogue.yaml \\",
      "    --truth truth.csv --out evaluation",
      "  groundswell evaluate --counts counts.csv --bucket 5m \\",
      "    --truth truth.csv --out evaluation",
      "  groundswell evaluate --triage labelled.csv",
      "  groundswell evaluate --study --quick",
      "  groundswell evaluate --study --seed 2,3 --only calm --out study",
      "  groundswell evaluate --write-streams streams",
      "  groundswell evaluate --brigade --quick",
      "  groundswell evaluate --suspects --quick"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      order = 1,
      description = "A new folder for the results.")
  private @Nullable Path out;

  @Option(names = "--force", order = 2, description = "Replace the results in --out.")
  private boolean force;

  @Option(
      names = "--bucket",
      paramLabel = "DURATION",
      order = 3,
      description =
          "Width of a bucket. With --counts: 10s to 1h, dividing an hour. With --study: 10s, 1m or"
              + " 5m; default 1m.")
  private String bucket = "";

  @ArgGroup(
      validate = false,
      order = 4,
      heading = "%nOn your posts or counts, with what is known to have happened:%n")
  private TruthMode truth = new TruthMode();

  @ArgGroup(validate = false, order = 5, heading = "%nOn generated data, of all kinds:%n")
  private Generated generated = new Generated();

  @ArgGroup(validate = false, order = 6, heading = "%nOn generated streams:%n")
  private StudyMode study = new StudyMode();

  @ArgGroup(validate = false, order = 7, heading = "%nOn generated brigades:%n")
  private BrigadeMode brigade = new BrigadeMode();

  @ArgGroup(validate = false, order = 8, heading = "%nOn generated changes and faults:%n")
  private SuspectMode suspects = new SuspectMode();

  @ArgGroup(validate = false, order = 9, heading = "%nOn posts that you have labelled:%n")
  private TriageMode triage = new TriageMode();

  @Spec private CommandSpec command = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    String mode = mode();
    refuseOthers(mode);
    OutFolder folder = out == null ? null : new OutFolder(out, force);
    switch (mode) {
      case "--triage" -> triage.run(folder);
      case "--brigade" -> brigade.run(generated, folder);
      case "--suspects" -> suspects.run(generated, folder);
      case "--study" -> study.run(bucket, generated, folder, force);
      default -> truth(folder);
    }
    return 0;
  }

  private String mode() {
    if (triage.asked()) {
      return "--triage";
    }
    if (brigade.asked()) {
      return "--brigade";
    }
    if (suspects.asked()) {
      return "--suspects";
    }
    return study.asked() ? "--study" : "--truth";
  }

  private void truth(@Nullable OutFolder folder) throws Exception {
    if (!truth.asked()) {
      throw new UsageError(
          "nothing to evaluate: give --posts or --counts with a --truth, or --study, or --brigade,"
              + " or --suspects, or --triage");
    }
    if (folder == null) {
      throw new UsageError("--out is missing: name a new folder for the results");
    }
    truth.run(bucket, folder);
  }

  /** Refuses what belongs to another mode than this one. */
  private void refuseOthers(String mode) {
    boolean generating = List.of("--study", "--brigade", "--suspects").contains(mode);
    if (!mode.equals("--truth")) {
      refuse(given("--truth"), "goes with --truth and posts or counts, not with " + mode);
    }
    for (String other : List.of("--study", "--brigade", "--suspects", "--triage")) {
      if (!mode.equals(other)) {
        refuse(given(other), "goes with " + other + ", not with " + mode);
      }
    }
    if (!generating) {
      refuse(given("--quick"), "goes with --study, --brigade or --suspects");
    }
  }

  private static void refuse(List<String> options, String why) {
    if (!options.isEmpty()) {
      throw new UsageError(options.get(0) + " " + why);
    }
  }

  /** The options on this command line that belong to the same mode as this one. */
  private List<String> given(String member) {
    List<ArgSpec> mode =
        command.argGroups().stream()
            .map(ArgGroupSpec::allOptionsNested)
            .filter(options -> options.stream().anyMatch(o -> o.longestName().equals(member)))
            .<ArgSpec>flatMap(List::stream)
            .toList();
    return command.commandLine().getParseResult().matchedOptions().stream()
        .filter(mode::contains)
        .map(OptionSpec::longestName)
        .toList();
  }
}
