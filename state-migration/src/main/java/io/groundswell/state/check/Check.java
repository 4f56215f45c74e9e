package io.groundswell.state.check;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.state.check.Finding.Verdict;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.rewrite.Rewriting;
import io.groundswell.state.saved.Origin;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import io.groundswell.state.step.Migration;
import io.groundswell.state.step.Step;
import io.groundswell.state.step.Steps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a version of the job can go on from a savepoint: as it is, once it is migrated, or not.
 *
 * @param origin which job the savepoint is of
 * @param target the version that is to go on from it
 * @param findings what becomes of each state as it is
 * @param steps that would carry it over
 * @param migrated what is harmful even then
 */
public record Check(
    Origin origin,
    String target,
    List<Finding> findings,
    List<Step> steps,
    List<Finding> migrated) {

  /** What to do with the savepoint. */
  public enum Answer {
    /** Start the job from it. */
    RESTORES,
    /** Migrate it, then start the job from the result. */
    MIGRATE_FIRST,
    /** Neither will do. */
    REFUSED
  }

  /**
   * Compares.
   *
   * @param reference what the version in question leaves, as its jar says
   * @param bucket width of buckets that the job will run with; null where it is not known
   * @param scratch a folder for what is written in between
   */
  public static Check of(
      Savepoint savepoint, Savepoint reference, Steps all, @Nullable String bucket, Path scratch)
      throws IOException, UnfitSavepoint {
    Origin origin = Origin.of(savepoint);
    Origin target = Origin.of(reference);
    List<Finding> findings = new ArrayList<>(Comparison.of(savepoint, reference));
    findings.addAll(silent(origin.said(), bucket));
    List<Step> steps = all.from(origin.version());
    List<Finding> migrated = findings;
    if (!steps.isEmpty()) {
      Savepoint carried = carriedOver(savepoint, all, scratch);
      migrated = new ArrayList<>(Comparison.of(carried, reference));
      migrated.addAll(silent(Origin.of(carried).said(), bucket));
    }
    return new Check(
        origin,
        target.version(),
        findings,
        steps,
        migrated.stream().filter(Finding::harmful).toList());
  }

  /** The steps are taken for real, with states that have no entries. */
  private static Savepoint carriedOver(Savepoint savepoint, Steps all, Path scratch)
      throws IOException, UnfitSavepoint {
    Path empty = scratch.resolve("empty");
    Path result = scratch.resolve("migrated");
    new Rewriting(savepoint, new Edits().withoutEntries(MadeBy.DESCRIPTOR.getName()), empty)
        .write("shapes", Rewriting.Progress.SILENT);
    new Migration(Savepoint.open(empty), all, result).run(Rewriting.Progress.SILENT);
    return Savepoint.open(result);
  }

  /** What Flink would let pass without a word. */
  private static List<Finding> silent(Map<String, String> old, @Nullable String bucket) {
    List<Finding> findings = new ArrayList<>();
    String width = old.get(MadeBy.BUCKET);
    if (bucket != null && width != null && !width.equals(bucket)) {
      findings.add(
          new Finding(
              "count-mentions",
              null,
              Verdict.UNFIT,
              "buckets were %s wide and would be %s: open ones and surges under way would not fit"
                  .formatted(width, bucket)));
    }
    return findings;
  }

  /** What follows from it. */
  public Answer answer() {
    if (findings.stream().noneMatch(Finding::harmful)) {
      return Answer.RESTORES;
    }
    return !steps.isEmpty() && migrated.isEmpty() ? Answer.MIGRATE_FIRST : Answer.REFUSED;
  }
}
