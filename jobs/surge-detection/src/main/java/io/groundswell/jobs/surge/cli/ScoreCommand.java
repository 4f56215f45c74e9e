package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.CountScoring;
import io.groundswell.jobs.surge.baseline.ScoringStart;
import io.groundswell.jobs.surge.connector.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
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
    if (!"-".equals(counts) && !Files.isReadable(Path.of(counts))) {
      throw new UsageError("--counts: there is no file to read at " + counts);
    }
    String file = "-".equals(counts) ? kept() : counts;
    Counts read = Counts.read(file, policy.bucket().toMillis());
    StreamExecutionEnvironment env = flink.environment();
    ScoringStart start = new ScoringStart(read.keys(), read.first());
    new CountScoring(policy, start).add(env, file, out);
    Progress.run(env, "groundswell score");
    return 0;
  }

  /** Standard input is read twice: the keys are counted before the first bucket is scored. */
  private static String kept() throws IOException {
    Path file = Files.createTempFile("groundswell-counts", ".csv");
    file.toFile().deleteOnExit();
    Files.copy(System.in, file, StandardCopyOption.REPLACE_EXISTING);
    return file.toString();
  }
}
