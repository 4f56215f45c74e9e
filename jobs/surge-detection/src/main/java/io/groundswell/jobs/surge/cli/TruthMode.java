package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.VerdictFile;
import io.groundswell.jobs.surge.evaluate.truth.Evaluation;
import io.groundswell.jobs.surge.evaluate.truth.EvaluationFiles;
import io.groundswell.jobs.surge.evaluate.truth.EvaluationText;
import io.groundswell.jobs.surge.evaluate.truth.Judge;
import io.groundswell.jobs.surge.evaluate.truth.LastWords;
import io.groundswell.jobs.surge.evaluate.truth.Setup;
import io.groundswell.jobs.surge.evaluate.truth.ToldIncident;
import io.groundswell.jobs.surge.evaluate.truth.TruthFile;
import io.groundswell.jobs.surge.evaluate.truth.TruthRow;
import io.groundswell.jobs.surge.evaluate.truth.Volumes;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Evaluation on given posts or counts with a truth. */
final class TruthMode {
  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "What is known to have happened (CSV; see below).")
  private String truth = "";

  @Option(
      names = "--verdicts",
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "What people answered to the incidents (JSON lines; plain or gzip), to be set beside the",
        "truth."
      })
  private List<String> verdicts = List.of();

  @Option(
      names = "--counts",
      paramLabel = "CSV",
      description = "Instead of posts: counts per key and bucket, as for score.")
  private String counts = "";

  @ArgGroup(validate = false)
  private TruthPosts posts = new TruthPosts();

  @ArgGroup(validate = false)
  private RuleOptions rules = new RuleOptions();

  @ArgGroup(validate = false)
  private FlinkOptions flink = new FlinkOptions();

  /**
   * What a run told, to be judged.
   *
   * @param told its incidents
   * @param volumes its scored buckets
   * @param setup what it was
   */
  record Told(List<ToldIncident> told, Volumes volumes, Setup setup) {}

  /** Whether there is something to judge. */
  boolean asked() {
    return !truth.isEmpty() || !counts.isEmpty() || !posts.files().isEmpty();
  }

  /**
   * Runs the job, judges, prints and writes.
   *
   * @param bucket width of a bucket, as it was written; empty where it was not
   */
  void run(String bucket, OutFolder out) throws Exception {
    check(bucket);
    LocalFiles.requireReadable("--truth", truth);
    verdicts.forEach(path -> LocalFiles.requireReadable("--verdicts", path));
    List<TruthRow> rows = TruthFile.read(truth);
    LastWords said = new LastWords(VerdictFile.lastWords(verdicts));
    String name = "-".equals(truth) ? "stdin" : String.valueOf(Path.of(truth).getFileName());
    Told told =
        counts.isEmpty()
            ? posts.run(rules, flink, out, name)
            : new TruthCounts(counts, bucket).run(rules, flink, out, name);
    Evaluation evaluation = new Judge(rows, told.told(), told.volumes()).evaluate();
    EvaluationFiles.write(out.path(), evaluation, told.volumes(), told.setup());
    new EvaluationText(evaluation, told.setup()).print(System.out);
    if (!verdicts.isEmpty()) {
      said.lines(evaluation).forEach(line -> System.out.println("  " + line));
    }
    System.out.printf("%nThe report is %s%n", out.path().resolve(EvaluationFiles.REPORT));
  }

  private void check(String bucket) {
    if (truth.isEmpty()) {
      throw new UsageError("--truth is missing: name a CSV of what is known to have happened");
    }
    if (counts.isEmpty() == posts.files().isEmpty()) {
      throw new UsageError(
          counts.isEmpty()
              ? "--posts and --counts are both missing: give one of them"
              : "--posts and --counts do not go together: give one of them");
    }
    if (counts.isEmpty()) {
      posts.check(truth);
      if (!bucket.isEmpty()) {
        throw new UsageError("--bucket goes with --counts; for posts the policy holds 'bucket'");
      }
      return;
    }
    if (bucket.isEmpty()) {
      throw new UsageError("--counts needs --bucket: how wide is a bucket? Write it like 5m");
    }
    if (posts.others()) {
      throw new UsageError(
          "--catalogue, --contacts, --format, --columns and --as-of go with --posts, not --counts");
    }
    LocalFiles.requireOneReader(List.of(truth, counts));
  }
}
