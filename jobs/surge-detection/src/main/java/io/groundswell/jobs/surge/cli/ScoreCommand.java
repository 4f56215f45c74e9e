package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.policy.Policy;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Scoring and patterns alone, on given counts. */
@Command(
    name = "score",
    description = "Scores given counts and says where surges open, escalate and end.",
    footer = {
      "",
      "In:  key,bucket_start,count     missing buckets between the first and the last are zero",
      "Out: key,bucket_start,observed,expected,evidence,level,event",
      "",
      "Example:",
      "  groundswell score --counts counts.csv.gz --bucket 5m --out scored.csv"
    })
final class ScoreCommand implements Callable<Integer> {
  @Mixin private RuleOptions rules;
  @Mixin private FlinkOptions flink;

  @Option(
      names = "--counts",
      required = true,
      paramLabel = "CSV",
      description =
          "Counts per key and bucket, rows in any order; plain or gzip; - is standard" + " input.")
  private String counts;

  @Option(
      names = "--bucket",
      required = true,
      paramLabel = "DURATION",
      description = "Width of a bucket: 10s to 1h, dividing an hour.")
  private String bucket;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "CSV",
      description = "Where to write; - is standard output.")
  private String out;

  @Override
  public Integer call() throws Exception {
    Policy policy = rules.policy(bucket);
    ScoringRun scoring = ScoringRun.of(policy, counts);
    scoring.run(flink.environment(), out);
    return 0;
  }
}
