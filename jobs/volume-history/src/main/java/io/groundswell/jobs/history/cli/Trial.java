package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.backtest.Candidate;
import io.groundswell.jobs.history.backtest.KeptHistory;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.cli.Progress;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.replay.JudgeAgain;
import io.groundswell.jobs.surge.replay.KeptSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main job over kept posts, by the rules of one candidate. */
final class Trial {
  private final KeptHistory history;
  private final List<String> contacts;
  private final List<String> changes;
  private final int parallelism;

  /**
   * Trials over a history.
   *
   * @param contacts files of support contacts, which the history does not keep
   * @param changes files of change events, which it does not keep either
   */
  Trial(KeptHistory history, List<String> contacts, List<String> changes, int parallelism) {
    this.history = history;
    this.contacts = contacts;
    this.changes = changes;
    this.parallelism = parallelism;
  }

  /** Writes what the candidate would have told into a folder that is there. */
  void run(Candidate candidate, Path folder) throws Exception {
    StreamExecutionEnvironment env = FlinkOptions.local(parallelism, FlinkOptions.bounded());
    long width = candidate.rules().policy().bucket().toMillis();
    InputFiles others =
        new InputFiles(new PostFiles(List.of(), false, Map.of()), contacts, changes);
    Reading reading = new Reading(Format.POST.posts(), System.currentTimeMillis());
    new Detection(candidate.rules(), others, reading)
        .add(
            env,
            folder,
            JudgeAgain.add(KeptSource.add(env, history.mentions(width), width), candidate.rules()));
    Progress.run(env, "groundswell backtest", candidate.name(), JudgeAgain.READ, history.count());
  }
}
