package io.groundswell.state.step;

import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Origin;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Carries a savepoint over to the latest version, step by step. All of it is done beside the new
 * folder, which appears when the last step has been read again; a run that was killed goes on where
 * it was.
 */
public final class Migration {
  private static final String PLAN = "plan";

  private final Savepoint from;
  private final List<Step> steps;
  private final String latest;
  private final Path to;
  private final Path unfinished;

  /**
   * Prepares it; nothing is written yet.
   *
   * @param from in Flink's canonical format
   * @param to a new folder
   * @throws UnfitSavepoint where no steps lead from its version to the latest, or the folder is
   *     taken
   */
  public Migration(Savepoint from, Steps all, Path to) throws IOException, UnfitSavepoint {
    Path place = to.toAbsolutePath().normalize();
    this.from = from;
    this.steps = all.from(Origin.of(from).version());
    this.latest = all.latest();
    this.to = place;
    this.unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
    if (Files.exists(place)) {
      throw new UnfitSavepoint(to + ": it is there already; name a new folder");
    }
  }

  /** The steps that it takes; none where the savepoint is of the latest version already. */
  public List<Step> steps() {
    return steps;
  }

  /**
   * Does it.
   *
   * @param progress told of each operator of each step
   * @return how many entries each state has in the end, by operator and state
   */
  public Map<String, Long> run(Rewriting.Progress progress) throws IOException, UnfitSavepoint {
    begin();
    Map<String, Long> entries = Map.of();
    Savepoint at = from;
    Path result = unfinished.resolve(latest);
    if (steps.isEmpty()) {
      entries = new Rewriting(at, new Edits(), result).write("copy", progress);
    }
    for (Step step : steps) {
      result = unfinished.resolve(step.to());
      if (!Files.exists(result)) {
        entries = new Rewriting(at, step.edits(at), result).write(name(step), progress);
      }
      at = Savepoint.open(result);
    }
    Files.move(result, to, StandardCopyOption.ATOMIC_MOVE);
    LocalFiles.deleteFolder(unfinished);
    return entries;
  }

  private void begin() throws IOException, UnfitSavepoint {
    String plan =
        steps.stream().map(Migration::name).collect(Collectors.joining(", "))
            + " of "
            + from.folder().toAbsolutePath()
            + " "
            + from.fingerprint();
    Path file = unfinished.resolve(PLAN);
    if (!Files.exists(unfinished)) {
      Files.createDirectories(unfinished);
      Files.writeString(file, plan);
    } else if (!Files.exists(file) || !Files.readString(file).equals(plan)) {
      throw new UnfitSavepoint(
          unfinished + ": something else was begun there; delete it, or name another folder");
    }
  }

  private static String name(Step step) {
    return step.from() + " -> " + step.to();
  }
}
