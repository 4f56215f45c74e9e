package io.groundswell.jobs.history.cli;

import io.groundswell.jobs.history.backtest.Candidate;
import io.groundswell.jobs.history.backtest.KeptHistory;
import io.groundswell.jobs.history.backtest.Snapshot;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.cli.Progress;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.InputFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.replay.JudgeAgain;
import io.groundswell.jobs.surge.replay.Kept;
import io.groundswell.jobs.surge.replay.KeptMention;
import io.groundswell.jobs.surge.replay.KeptSource;
import io.groundswell.state.saved.UnfitSavepoint;
import io.groundswell.state.snapshot.KeptState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The main job over what was kept, by the rules of one candidate.
 *
 * @param history what was kept
 * @param contacts files of support contacts, in the place of those that were kept
 * @param changes files of change events, in the place of those that were kept
 * @param withChanges whether the live job reads change events though none may be kept
 * @param parallelism how many cores to use
 */
record Trial(
    KeptHistory history,
    List<String> contacts,
    List<String> changes,
    boolean withChanges,
    int parallelism) {

  /** Writes what the candidate would have told into a folder that is there. */
  void run(Candidate candidate, Path folder) throws Exception {
    long width = candidate.rules().policy().bucket().toMillis();
    Snapshot start = history.start();
    boolean fits = start != null && start.width() == width;
    if (start != null && !fits) {
      System.out.printf(
          "%s: its buckets have another width, so it knows nothing when it begins%n",
          candidate.name());
    }
    StreamExecutionEnvironment env =
        FlinkOptions.local(parallelism, configuration(fits ? start : null, folder));
    long lateness = candidate.rules().policy().lateness().toMillis();
    InputFiles others =
        new InputFiles(new PostFiles(List.of(), false, Map.of()), contacts, changes);
    Reading reading = new Reading(Format.POST.posts(), System.currentTimeMillis());
    DataStream<KeptMention> kept =
        KeptSource.add(env, history.items(inFiles(), width, lateness), width);
    // What was ruled is in the rules that are tried, or was not wanted.
    new Detection(candidate.rules().whateverIsRuled(), others, reading)
        .add(
            env,
            folder,
            new Kept(
                JudgeAgain.add(kept, candidate.rules()),
                history.inputs().has(Input.CONTACTS),
                withChanges || history.inputs().has(Input.CHANGES)));
    Progress.run(env, "groundswell backtest", candidate.name(), JudgeAgain.READ, history.items());
  }

  private static Configuration configuration(@Nullable Snapshot start, Path folder)
      throws IOException, UnfitSavepoint {
    Configuration configuration = FlinkOptions.bounded();
    if (start != null) {
      Path known = KeptState.upToDate(start.folder(), folder.resolve("start"));
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, known.toUri().toString());
      // What writes to topics is not here.
      configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
    }
    return configuration;
  }

  private Set<Input> inFiles() {
    Set<Input> inFiles = EnumSet.noneOf(Input.class);
    if (!contacts.isEmpty()) {
      inFiles.add(Input.CONTACTS);
    }
    if (!changes.isEmpty()) {
      inFiles.add(Input.CHANGES);
    }
    return inFiles;
  }
}
