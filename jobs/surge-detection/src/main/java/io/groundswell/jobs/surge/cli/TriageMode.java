package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.evaluate.triage.LabelledFile;
import io.groundswell.jobs.surge.evaluate.triage.TriageEvaluation;
import io.groundswell.jobs.surge.evaluate.triage.TriageFiles;
import io.groundswell.jobs.surge.evaluate.triage.TriageText;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Evaluation of triage on labelled posts. */
final class TriageMode {
  @Option(
      names = "--triage",
      paramLabel = "LABELLED.csv",
      description =
          "Posts with labels: id,text,label (complaint or chatter), and optionally lang or group.")
  private String labelled = "";

  @ArgGroup(validate = false)
  private Weights weights = new Weights();

  /** Whether triage is to be judged. */
  boolean asked() {
    return !labelled.isEmpty();
  }

  /**
   * Judges, prints and writes.
   *
   * @param out where to write; null for nowhere
   */
  void run(@Nullable OutFolder out) throws IOException {
    LocalFiles.requireReadable("--triage", labelled);
    if (out != null) {
      out.prepare(TriageFiles.ALL);
    }
    String corpus =
        "-".equals(labelled) ? "stdin" : String.valueOf(Path.of(labelled).getFileName());
    TriageEvaluation evaluation =
        TriageEvaluation.of(corpus, LabelledFile.read(labelled), weights.model());
    TriageText.print(evaluation, System.out);
    if (out != null) {
      TriageFiles.write(out.path(), evaluation);
      System.out.printf("%nEvery post, the worst mistakes first: %s%n", out.path());
    }
  }
}
