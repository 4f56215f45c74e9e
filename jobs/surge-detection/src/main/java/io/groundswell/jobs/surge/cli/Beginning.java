package io.groundswell.jobs.surge.cli;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.saved.LocalPaths;
import io.groundswell.jobs.surge.connector.saved.Metadata;
import io.groundswell.jobs.surge.connector.saved.SavedState;
import io.groundswell.jobs.surge.connector.saved.SavedStates;
import io.groundswell.jobs.surge.connector.saved.Soundness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.configuration.PipelineOptionsInternal;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;

/**
 * Where a job goes on. What is corrupt is refused, and the newest sound ones are named; which of
 * them it is to be is left to whoever reads that, since an older one repeats what was written
 * since.
 */
final class Beginning {
  private static final int NAMED = 3;

  /** {@code checkpoints/JOB/chk-N/_metadata}. */
  private static final int DEPTH = 4;

  /** How those go on that have no option for it. */
  static final String BY_MOVING = "move those newer than %s away, and it goes on from there";

  private Beginning() {}

  /**
   * The newest checkpoint in a job's folder, empty where there is none.
   *
   * @param goOn how to go on from another one, with a place for its path
   * @throws UsageError where it is corrupt
   */
  static Optional<String> newest(String folder, String goOn) throws IOException {
    Optional<Path> newest = LocalFiles.latestCheckpoint(Path.of(folder, "checkpoints"));
    if (newest.isPresent()) {
      refuseCorrupt(SavedStates.at(newest.get()), Path.of(folder), goOn);
    }
    return newest.map(path -> path.toUri().toString());
  }

  /**
   * A checkpoint or savepoint that {@code --from} names.
   *
   * @param folder the job's, where others may be
   * @throws UsageError where there is none, or it is corrupt
   */
  static String named(String from, String folder, String goOn) throws IOException {
    Optional<Path> local = LocalPaths.of(from);
    if (local.isEmpty()) {
      return from;
    }
    if (!LocalFiles.exists(local.get())) {
      throw new UsageError(
          "--from: there is nothing at %s; 'groundswell state list %s' says what there is"
              .formatted(from, folder));
    }
    SavedState saved = SavedStates.at(local.get());
    refuseCorrupt(saved, Path.of(folder), goOn);
    return saved.folder().toUri().toString();
  }

  /**
   * What whoever submits a job to a cluster has named: it is judged where it can be read from here.
   *
   * @throws UsageError where it is corrupt
   */
  static void submitted(String path) throws IOException {
    Optional<Path> local = LocalPaths.of(path).filter(LocalFiles::exists);
    if (local.isPresent()) {
      SavedState saved = SavedStates.at(local.get());
      refuseCorrupt(saved, beside(saved), "submit it with 'flink run -s %s'");
    }
  }

  /**
   * Refuses what another version of the job has left, as far as this one has no place for all of
   * it: Flink would name one such operator and advise to leave it out, which loses what it knew.
   *
   * <p>Not where that is wanted so, nor where a JobManager runs the program, maybe again.
   *
   * @param env with the whole job, and where it goes on, if it does and that can be read from here
   * @throws UsageError where a part would find no place
   */
  static void refuseOther(StreamExecutionEnvironment env) throws IOException {
    ReadableConfig configuration = env.getConfiguration();
    Optional<Path> path =
        configuration
            .getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
            .flatMap(LocalPaths::of)
            .filter(LocalFiles::exists);
    boolean wanted =
        configuration.get(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE)
            || configuration.getOptional(PipelineOptionsInternal.PIPELINE_FIXED_JOB_ID).isPresent();
    if (path.isEmpty() || wanted) {
      return;
    }
    SavedState saved = SavedStates.at(path.get());
    Set<String> places =
        env.getStreamGraph(false).getStreamNodes().stream()
            .map(StreamNode::getTransformationUID)
            .collect(Collectors.toSet());
    List<String> without =
        Metadata.operators(saved).stream().filter(uid -> !places.contains(uid)).toList();
    if (!without.isEmpty()) {
      throw new UsageError(
          "%s %s is of another version, with state that this one has no place for (%s); go on with that version, or upgrade it as deploy/RUNBOOK.md says under 'Another version'"
              .formatted(saved.kind(), saved.folder(), String.join(", ", without)));
    }
  }

  /** Where others of its kind are. */
  private static Path beside(SavedState saved) {
    Path folder = saved.folder().resolveSibling("");
    return saved.isCheckpoint() ? folder.resolveSibling("") : folder;
  }

  private static void refuseCorrupt(SavedState saved, Path folder, String goOn) throws IOException {
    Soundness soundness = Soundness.of(saved);
    if (soundness.sound()) {
      return;
    }
    List<SavedState> others = newestSound(folder);
    throw new UsageError(
        "%s %s is corrupt: %s; %s"
            .formatted(
                saved.kind(),
                saved.folder(),
                soundness.wrong(),
                others.isEmpty()
                    ? "no other in %s is sound; the job begins anew once all are moved away"
                        .formatted(folder)
                    : "sound are " + list(others) + "; " + goOn.formatted(others.get(0).folder())));
  }

  private static List<SavedState> newestSound(Path folder) throws IOException {
    List<SavedState> sound = new ArrayList<>();
    if (LocalFiles.isFolder(folder)) {
      for (SavedState one : SavedStates.below(folder, DEPTH)) {
        if (sound.size() < NAMED && Soundness.of(one).sound()) {
          sound.add(one);
        }
      }
    }
    return sound;
  }

  private static String list(List<SavedState> saved) {
    return saved.stream()
        .map(one -> "%s of %s".formatted(one.folder(), one.second()))
        .collect(Collectors.joining(", "));
  }
}
