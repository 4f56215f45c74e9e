package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.connector.WithdrawnTexts;
import io.groundswell.jobs.surge.page.Reports;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the main job over files to its end. */
final class DetectionRun {
  /** Names of the files that it writes, and of the folder of pages. */
  static final List<String> FILES =
      List.of(
          Detection.INCIDENTS,
          Detection.VOLUMES,
          Detection.CONTACTS,
          Detection.DEAD_LETTERS,
          Summary.FILE,
          Reports.FOLDER + "/");

  private DetectionRun() {}

  /** Writes the results and their summary into a folder that is ready for them. */
  static Summary run(Detection detection, StreamExecutionEnvironment env, Path out)
      throws Exception {
    detection.add(env, out);
    Summary summary =
        new Summary(
            Progress.run(env, "groundswell detect"),
            Map.of(
                "catalogue_version",
                detection.rules().catalogue().version(),
                "policy_version",
                detection.rules().policy().version(),
                "triage_version",
                detection.rules().model().version()));
    summary.write(out.resolve(Summary.FILE));
    WithdrawnTexts.strike(out.resolve(Detection.INCIDENTS));
    return summary;
  }
}
