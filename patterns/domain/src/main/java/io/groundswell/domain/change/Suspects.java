package io.groundswell.domain.change;

import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which changes may be the cause of an incident. One is suspected where its {@link Weights e-value}
 * is {@value #NAMED} or more: of incidents that no change has caused, and that know nothing of when
 * changes are made, by Markov's inequality at most one in {@value #NAMED} is blamed on one.
 */
public final class Suspects {
  /** The e-value from which a change is named. */
  public static final int NAMED = 10;

  /** Older changes are no longer thought of, milliseconds. */
  public static final long LOOKS_BACK = Buckets.DAY;

  /** What was taken back has no more effect after so long, milliseconds. */
  private static final long LASTS = Buckets.HOUR / 4;

  /** Of changes to other products only those so near to the onset are named, milliseconds. */
  private static final long NEAR = Buckets.HOUR;

  private static final int MOST_CHANGES = 256;

  /** What was made since it began can be a remedy. */
  private static final int MOST_LATER = 64;

  /** Changes of other products are named to say that they are none. */
  private static final int MOST_OTHERS = 16;

  private static final int MOST_OF_A_VERDICT = 5;
  private static final double LEAST_SCORE = .001;
  private static final long MINUTE = 60_000;

  private static final Comparator<Finding> IN_ORDER =
      Comparator.comparing(Finding::verdict)
          .thenComparing(Comparator.comparingDouble(Finding::score).reversed())
          .thenComparingLong(finding -> Math.abs(finding.minutes()))
          .thenComparing(finding -> finding.change().id());

  private final Scene scene;
  private final List<Change> changes;
  private final Weights weights;
  private final Undoing undoing;

  private Suspects(Scene scene, List<Change> changes, Weights weights) {
    this.scene = scene;
    this.changes = changes;
    this.weights = weights;
    this.undoing = new Undoing(changes);
  }

  /**
   * Looks into an incident.
   *
   * @param changes all that are known, in any order
   * @param tempos how often products are changed, by id
   * @param since when changes began to be seen, epoch milliseconds
   * @return suspects first, the likeliest first; at most {@value #MOST_OF_A_VERDICT} of a verdict
   */
  public static List<Finding> of(
      Scene scene, Collection<Change> changes, Map<String, Tempo> tempos, long since) {
    List<Change> near =
        changes.stream()
            .filter(change -> change.at() >= scene.onset() - LOOKS_BACK)
            .filter(change -> !Undoing.isMended(change) || change.at() >= scene.latestBeginning())
            .sorted(Change.IN_ORDER)
            .toList();
    long began = scene.latestBeginning();
    List<Change> looked = new ArrayList<>();
    looked.addAll(
        latest(near, one -> scene.concerns(one) && one.at() < began, MOST_CHANGES - MOST_LATER));
    looked.addAll(latest(near, one -> scene.concerns(one) && one.at() >= began, MOST_LATER));
    looked.addAll(latest(near, one -> !scene.concerns(one) && isNear(scene, one), MOST_OTHERS));
    looked.sort(Change.IN_ORDER);
    return new Suspects(scene, looked, new Weights(scene, looked, tempos, since)).findings();
  }

  private static List<Change> latest(List<Change> changes, Predicate<Change> which, int most) {
    List<Change> all = changes.stream().filter(which).toList();
    return all.subList(Math.max(0, all.size() - most), all.size());
  }

  private static boolean isNear(Scene scene, Change change) {
    return change.at() >= scene.onset() - NEAR && change.at() < scene.detected();
  }

  private List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    double all = 1;
    for (Change change : changes) {
      all += against(change) == null ? weights.withWords(change) : 0;
    }
    for (Change change : changes) {
      Finding against = against(change);
      Finding finding = against == null ? suspect(change, all) : against;
      if (finding != null) {
        findings.add(finding);
      }
    }
    findings.sort(IN_ORDER);
    List<Finding> shown = new ArrayList<>();
    for (Finding finding : findings) {
      long same = shown.stream().filter(one -> one.verdict() == finding.verdict()).count();
      if (same < MOST_OF_A_VERDICT) {
        shown.add(finding);
      }
    }
    return shown;
  }

  private @Nullable Finding suspect(Change change, double all) {
    double score = Math.round(1000 * weights.withWords(change) / all) / 1000.0;
    boolean named = weights.of(change) >= NAMED;
    return score < LEAST_SCORE
        ? null
        : new Finding(
            change,
            named ? Verdict.SUSPECT : Verdict.POSSIBLE,
            named ? Ground.NEAR_AND_RARE : Ground.NOT_TELLING,
            score,
            minutes(change),
            weights.byChance(change, (double) Math.max(1, minutes(change))),
            undoing.undoing(change));
  }

  private long minutes(Change change) {
    return Math.floorDiv(scene.onset() - change.at(), MINUTE);
  }

  /** What came when the surge had begun is a remedy, or has nothing to do with it. */
  private Finding after(Change change, long minutes) {
    if (Undoing.isMended(change)) {
      return new Finding(change, Verdict.REMEDY, Ground.MENDED, 0, minutes, 0, null);
    }
    return undoing.takesBack(change)
        ? new Finding(
            change, Verdict.REMEDY, Ground.TAKES_BACK, 0, minutes, 0, undoing.undoneBy(change))
        : Finding.against(change, Ground.TOO_LATE, minutes, null);
  }

  /** Why a change is not the cause; null where it may be. */
  private @Nullable Finding against(Change change) {
    long minutes = minutes(change);
    if (!scene.concerns(change)) {
      return Finding.against(change, Ground.OTHER_PRODUCT, minutes, null);
    }
    if (change.at() >= scene.latestBeginning() && minutes < 0) {
      return after(change, minutes);
    }
    if (scene.subject().region() != null && !scene.isWhere(change)) {
      return Finding.against(change, Ground.ELSEWHERE, minutes, null);
    }
    Change back = undoing.undoing(change);
    return back != null && back.at() + LASTS < weights.earliestBeginning()
        ? Finding.against(change, Ground.TAKEN_BACK, minutes, back)
        : null;
  }
}
