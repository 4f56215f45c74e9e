package io.groundswell.domain.triage;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.triage.TriageQuality.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A model that has learned on from posts that somebody labelled, and how good that made it. How
 * much the posts count is chosen by cross-validation. The figures come from a second, outer one,
 * whose posts had no say in that choice: they are what to expect of posts yet unseen.
 *
 * @param model the adapted model
 * @param cost how much the posts count in it; see {@link TriageTrainer}
 * @param before how well the old model judges the posts
 * @param after how well models that have not seen the posts judge them
 */
public record Adaptation(
    LinearModel model, double cost, TriageQuality before, TriageQuality after) {
  /** With fewer posts of one kind there is nothing to validate with. */
  public static final int FEWEST_OF_A_KIND = 10;

  private static final int FOLDS = 5;
  private static final List<Double> COSTS = List.of(.1, .3, 1., 3., 10.);

  /**
   * Adapts a model to labelled posts.
   *
   * @param posts at least {@value #FEWEST_OF_A_KIND} complaints and as many that are none
   */
  public static Adaptation of(LinearModel from, List<LabelledText> posts) {
    List<List<LabelledText>> folds = folds(posts);
    List<Judged> after = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      List<List<LabelledText>> others = new ArrayList<>(folds);
      List<LabelledText> unseen = others.remove(i);
      after.addAll(judged(TriageTrainer.adapt(from, all(others), bestCost(from, others)), unseen));
    }
    double cost = bestCost(from, folds);
    return new Adaptation(
        TriageTrainer.adapt(from, all(folds), cost),
        cost,
        TriageQuality.of(judged(from, posts)),
        TriageQuality.of(after));
  }

  /** Alike in complaints and chatter; copies of a text are in the same fold. */
  private static List<List<LabelledText>> folds(List<LabelledText> posts) {
    List<LabelledText> ordered = new ArrayList<>(posts);
    ordered.sort(Comparator.comparing(LabelledText::complaint).thenComparing(Adaptation::textHash));
    List<List<LabelledText>> folds = new ArrayList<>();
    for (int i = 0; i < FOLDS; i++) {
      folds.add(new ArrayList<>());
    }
    Map<Long, Integer> foldOfText = new HashMap<>();
    for (LabelledText post : ordered) {
      int fold = foldOf(foldOfText, textHash(post));
      folds.get(fold).add(post);
    }
    return folds;
  }

  private static int foldOf(Map<Long, Integer> known, long text) {
    int next = known.size() % FOLDS; // Asked before the map grows.
    return known.computeIfAbsent(text, unknown -> next);
  }

  private static long textHash(LabelledText post) {
    return Hash64.of(Folding.fold(post.text()).strip(), "");
  }

  private static double bestCost(LinearModel from, List<List<LabelledText>> folds) {
    double best = COSTS.get(0);
    double least = Double.MAX_VALUE;
    for (double cost : COSTS) {
      double loss = 0;
      for (int i = 0; i < folds.size(); i++) {
        List<List<LabelledText>> others = new ArrayList<>(folds);
        List<LabelledText> unseen = others.remove(i);
        loss += loss(judged(TriageTrainer.adapt(from, all(others), cost), unseen));
      }
      if (loss < least) {
        least = loss;
        best = cost;
      }
    }
    return best;
  }

  private static double loss(List<Judged> judged) {
    double loss = 0;
    for (Judged one : judged) {
      double p = one.complaint() ? one.probability() : 1 - one.probability();
      loss -= StrictMath.log(Math.max(p, 1e-9));
    }
    return loss;
  }

  private static List<Judged> judged(LinearModel model, List<LabelledText> posts) {
    LinearTriage triage = new LinearTriage(model);
    return posts.stream()
        .map(post -> new Judged(triage.complaint(post.text()), post.complaint()))
        .toList();
  }

  private static List<LabelledText> all(List<List<LabelledText>> folds) {
    return folds.stream().flatMap(List::stream).toList();
  }
}
