package io.groundswell.jobs.surge.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** How good the real job is, measured. */
@Command(
    name = "evaluate",
    description =
        "Runs the real job over posts or counts and judges what it tells by what is known to have"
            + " happened: recall, delay, unexplained incidents a week, lead, time in alert.",
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
      "Writes to --out what detect or score writes, and:",
      "  report.html      the figures, every row with plots, and what nothing explains",
      "  rows.csv         a line for each row of the truth",
      "  incidents.csv    a line for each incident, with the rows that explain it",
      "  evaluation.json  all figures",
      "",
      "Examples:",
      "  groundswell evaluate --posts posts.ndjson.gz --catalogue catalogue.yaml \\",
      "    --truth truth.csv --out evaluation",
      "  groundswell evaluate --counts counts.csv --bucket 5m \\",
      "    --truth truth.csv --out evaluation"
    })
final class EvaluateCommand implements Callable<Integer> {
  @Mixin private TruthMode truth;
  @Mixin private RuleOptions rules;
  @Mixin private FlinkOptions flink;
  @Mixin private OutFolder out;

  @Override
  public Integer call() throws Exception {
    truth.run(rules, flink, out);
    return 0;
  }
}
