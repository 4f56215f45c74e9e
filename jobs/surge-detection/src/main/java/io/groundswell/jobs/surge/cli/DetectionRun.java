package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.lead.LeadSum;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.LeadFile;
import io.groundswell.jobs.surge.connector.WithdrawnTexts;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** Runs the main job over files to its end. */
final class DetectionRun {
  /** Names of the files that it writes, and of the folder of pages. */
  static final List<String> FILES =
      List.of(
          Detection.INCIDENTS,
          Detection.VOLUMES,
          Detection.CONTACTS,
          Detection.LEADS,
          Detection.POSTS,
          Detection.LEDGER,
          Detection.INPUTS,
          Detection.DEAD_LETTERS,
          Summary.FILE,
          Reports.FOLDER + "/");

  private DetectionRun() {}

  /** Writes the results and their summary into a folder that is ready for them. */
  static Summary run(Detection detection, StreamExecutionEnvironment env, Path out)
      throws Exception {
    detection.add(env, out);
    JobExecutionResult result = Progress.run(env, "groundswell detect");
    Summary summary =
        new Summary(
            result,
            lead(detection, result, out),
            Map.of(
                "catalogue_version",
                detection.rules().catalogue().version(),
                "policy_version",
                detection.rules().policy().version(),
                "triage_version",
                detection.rules().model().version()));
    summary.write(out.resolve(Summary.FILE));
    WithdrawnTexts.strike(out.resolve(Detection.INCIDENTS));
    if (detection.keepPosts()) {
      WithdrawnTexts.strikePosts(out.resolve(Detection.POSTS));
    }
    return summary;
  }

  private static @Nullable LeadSummary lead(
      Detection detection, JobExecutionResult result, Path out) throws IOException {
    if (detection.files().contacts().isEmpty()) {
      return null;
    }
    long contacts = Summary.count(result, Ledger.counter(Input.CONTACTS, Outcome.CONTACTS));
    LeadSum sum = LeadSum.of(LeadFile.read(out.resolve(Detection.LEADS)), contacts);
    return new LeadSummary(sum, detection.simulatedContacts());
  }
}
