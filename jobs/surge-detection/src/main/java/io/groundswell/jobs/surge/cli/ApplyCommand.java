package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.RulingJson;
import io.groundswell.jobs.surge.connector.RulingJson.Sent;
import io.groundswell.jobs.surge.settings.WeightsText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Changes what a running job decides by. */
@Command(
    name = "apply",
    description =
        "Changes the catalogue, the policy, your patterns or triage's weights in a running job, from a"
            + " moment on that all agree on.",
    subcommands = MuteCommand.class,
    footer = {
      "",
      "The whole file is checked first, and refused with the line and the reason. What counts",
      "afterwards is judged by it; what was counted before stays. An incident that is open goes",
      "on by the new rules, and each update names the versions that decided it; one about a",
      "product that is gone is closed. It holds within seconds, in all subtasks from the same",
      "post on, and again in every replay. What has been applied wins over the files that the",
      "job was started with. Width of buckets, lateness, late_evidence, reopen_within, own regions",
      "and what is saved for changes stay while a job runs.",
      "",
      "A pattern of yours that changes begins anew; what its old version has begun is finished within",
      "its window, or dropped where the new one says on_change: drop. What is taken out, or has",
      "enabled: false, is dropped. A match opens an incident whatever the budget says: let",
      "--diff --warehouse count on history how many that makes.",
      "",
      "'apply mute' is what 'groundswell mute' is.",
      "",
      "Examples:",
      "  groundswell apply catalogue catalogue.yaml --diff",
      "  groundswell apply patterns patterns.yaml --diff --warehouse warehouse",
      "  groundswell apply catalogue catalogue.yaml --because 'the outage has a hashtag'",
      "  groundswell apply policy policy.yaml --because 'quieter until Monday'",
      "  groundswell apply patterns patterns.yaml --because 'logins fail twice before it is bad'",
      "  groundswell apply model mine/weights.bin.gz --because 'it knows our slang'",
      "  groundswell apply mute shop/checkout --for 2h --because 'card move'",
      "  groundswell apply catalogue --history",
      "  groundswell apply catalogue --show 3",
      "  groundswell apply catalogue --rollback 3 --because 'the new alias catches too much'"
    })
final class ApplyCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1", // Of a command below this one none is asked.
      paramLabel = "KIND",
      description = "catalogue, policy, patterns or model.")
  private RuleKind kind;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "What is to hold from now on, whole: YAML, or weights that 'train' wrote.")
  private Path file;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for whoever wonders.")
  private String because;

  @Option(names = "--diff", description = "Only say what FILE would change.")
  private boolean diff;

  @Option(
      names = "--warehouse",
      paramLabel = "DIR",
      description = {
        "With --diff: run what holds now and FILE over the posts kept in this warehouse, and say what",
        "FILE would have told more, less, earlier or later, and how many a week."
      })
  private Path warehouse;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "apply-diff",
      description = "With --warehouse: a new folder for what both told. Default: ${DEFAULT-VALUE}.")
  private Path out;

  @Option(names = "--history", description = "Say what has been applied, by whom and why.")
  private boolean history;

  @Option(
      names = "--json",
      description = "With --history: as records, for 'detect --control'; of all kinds.")
  private boolean json;

  @Option(
      names = "--show",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Print what was applied under this number.")
  private int show;

  @Option(
      names = "--rollback",
      paramLabel = "NUMBER",
      defaultValue = "0",
      description = "Apply again what was applied under this number.")
  private int rollback;

  @Mixin private AnswerTarget target;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    requireOne();
    RunningRules rules = RunningRules.of(target.settings());
    if (history) {
      tell(rules);
    } else if (show > 0) {
      show(numbered(rules, show).content());
    } else if (rollback > 0) {
      String back = "rollback to %d".formatted(rollback);
      apply(rules, numbered(rules, rollback).content(), back, reason(back));
    } else {
      boolean changes = apply(rules, text(), file.toString(), because);
      return changes && warehouse != null ? backtest(rules) : 0;
    }
    return 0;
  }

  private void requireOne() {
    if (kind == null) {
      throw new UsageError("KIND is missing: give catalogue, policy, patterns, model or mute");
    }
    int given = (file != null ? 1 : 0) + (history ? 1 : 0) + (show > 0 ? 1 : 0);
    if (given + (rollback > 0 ? 1 : 0) != 1) {
      throw new UsageError("give one of FILE, --history, --show and --rollback");
    }
    if (json && !history) {
      throw new UsageError("--json goes with --history");
    }
    if (warehouse != null && !(diff && file != null)) {
      throw new UsageError("--warehouse goes with FILE and --diff");
    }
  }

  private String text() throws IOException {
    LocalFiles.requireReadable("FILE", file.toString());
    return RunningRules.text(kind, file);
  }

  private void show(String content) {
    if (kind == RuleKind.MODEL) {
      byte[] weights = WeightsText.file(content);
      System.out.write(weights, 0, weights.length);
      System.out.flush();
    } else {
      System.out.print(content);
    }
  }

  private String reason(String back) {
    return because == null || because.isBlank() ? back : back + ": " + because;
  }

  private Ruling numbered(RunningRules rules, int number) {
    return rules.rulings(kind).stream()
        .map(Sent::ruling)
        .filter(ruling -> ruling.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new UsageError(
                    "there is no %s %d, or it is forgotten; 'apply %s --history' says which there are"
                        .formatted(kind.label(), number, kind.label())));
  }

  /** Whether it is anything new. */
  private boolean apply(RunningRules rules, String content, String name, String why) {
    rules.check(kind, name, content);
    List<String> changes = RuleDiff.of(kind, rules.content(kind), content);
    if (changes.isEmpty()) {
      System.out.println("Nothing changes: " + rules.said(kind) + " holds the same.");
      return false;
    }
    System.out.println(rules.said(kind) + " -> " + name);
    changes.forEach(change -> System.out.println("  " + change));
    if (diff) {
      sayHowToTry();
      return true;
    }
    if (why == null || why.isBlank()) {
      throw new UsageError("--because is missing: say why, for whoever wonders");
    }
    var placed = rules.rule(kind, content, target.by(), why);
    System.out.printf("Applied as %s %d. ", kind.label(), placed.number());
    OptionalLong from = rules.from(placed);
    System.out.println(
        from.isPresent()
            ? "It holds from " + time(from.getAsLong()) + " on."
            : "No job has taken it up within 20 s: one that is started does so.");
    return true;
  }

  /** A backtest takes files: what is rolled back to has to be shown into one first. */
  private void sayHowToTry() {
    if (file != null && warehouse == null) {
      System.out.printf(
          "What it would have told: groundswell apply %s %s --config %s --diff --warehouse DIR%n",
          kind.label(), file, target.config());
    }
  }

  /** The command of history's jar, which knows warehouses. */
  private int backtest(RunningRules rules) throws IOException {
    CommandLine backtest = spec.root().commandLine().getSubcommands().get("backtest");
    if (backtest == null) {
      throw new UsageError("--warehouse: the jar of volume-history is not there; put it beside");
    }
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("--warehouse", warehouse.toString(), "--out", out.toString()));
    arguments.addAll(List.of("--config", target.config().toString(), "--try", file.toString()));
    Path holding = LocalFiles.temporaryFolder("groundswell-rules");
    try {
      arguments.addAll(rules.written(holding));
      return backtest.execute(arguments.toArray(String[]::new));
    } finally {
      LocalFiles.deleteFolder(holding);
    }
  }

  private void tell(RunningRules rules) {
    if (json) {
      rules.all().forEach(sent -> System.out.println(RulingJson.write(sent.ruling(), sent.at())));
      return;
    }
    List<Sent> all = rules.rulings(kind);
    if (all.isEmpty()) {
      System.out.printf("Nothing has been applied: %s holds.%n", rules.said(kind));
    }
    String before = "";
    for (Sent sent : all) {
      Ruling ruling = sent.ruling();
      int changes = RuleDiff.of(kind, before, ruling.content()).size();
      System.out.printf(
          Locale.ROOT,
          "%4d  %s  %-12s  %3d changed  %s%n",
          ruling.number(),
          time(sent.at()),
          ruling.by(),
          changes,
          ruling.because());
      before = ruling.content();
    }
  }

  private static Instant time(long millis) {
    return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS);
  }
}
