package io.groundswell.state.step;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.state.saved.UnfitSavepoint;
import java.util.ArrayList;
import java.util.List;

/**
 * All steps there are.
 *
 * @param all in order: where one ends the next begins
 */
public record Steps(List<Step> all) {

  /** Those of this version. */
  public static Steps shipped() {
    return new Steps(List.of(new PackWatches(), new SayWhoMadeIt(), new HostAllPatterns()));
  }

  /** The version that the last one gives. */
  public String latest() {
    return all.isEmpty() ? MadeBy.STATE_VERSION : all.get(all.size() - 1).to();
  }

  /**
   * Those that lead from a version to the latest; none from the latest itself.
   *
   * @throws UnfitSavepoint where none begins there, as with versions that are newer
   */
  public List<Step> from(String version) throws UnfitSavepoint {
    List<Step> way = new ArrayList<>();
    String at = version;
    for (Step step : all) {
      if (step.from().equals(at)) {
        way.add(step);
        at = step.to();
      }
    }
    if (!at.equals(latest())) {
      throw new UnfitSavepoint(
          "SAVEPOINT: it is of version %s, and this one knows no step from there to %s; use the"
                  .formatted(version, latest())
              + " newer version's tools, or a savepoint from before the upgrade");
    }
    return way;
  }
}
