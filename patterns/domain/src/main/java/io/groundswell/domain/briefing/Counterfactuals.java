package io.groundswell.domain.briefing;

import io.groundswell.domain.change.Verdict;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether an incident would have opened with less. The evidence is the logarithm of a mixture's
 * e-value, in which a complaint weighs the logarithm of the multiple that carried it; what is taken
 * away is subtracted with that weight.
 */
final class Counterfactuals {
  private Counterfactuals() {}

  /**
   * Without any one author, and without complaints that lead somewhere.
   *
   * @param minAuthors fewer distinct authors open no incident
   * @param suspicions what is thought of changes
   */
  static List<Counterfactual> of(Story story, int minAuthors, List<Suspicion> suspicions) {
    IncidentUpdate update = story.told();
    List<Counterfactual> answers = new ArrayList<>();
    if (update.opening().multiple() > 1 && update.opening().threshold() > 0) {
      answers.add(without("any one author", hours(update), update.opening(), minAuthors));
      answers.add(without("posts with links", story.linkedAtOpening, update.opening(), minAuthors));
    }
    Opening opening = update.opening();
    boolean suspected =
        suspicions.stream().anyMatch(one -> one.finding().verdict() == Verdict.SUSPECT);
    if (opening.threshold() > 0 && (opening.discount() > 0 || suspected)) {
      answers.add(withoutChange(opening));
    }
    return answers;
  }

  /** Had nothing been changed shortly before, more evidence would have been asked for. */
  private static Counterfactual withoutChange(Opening opening) {
    double needed = opening.threshold() + opening.discount();
    boolean opens = opening.evidence() >= needed;
    return new Counterfactual("the change event", 0, opening.evidence(), needed, opens);
  }

  /** An author counts once in each clock hour. */
  private static int hours(IncidentUpdate update) {
    return Buckets.hour(update.detectedAt() - 1) - Buckets.hour(update.onsetAt()) + 1;
  }

  private static Counterfactual without(String what, int people, Opening opening, int minAuthors) {
    double each = StrictMath.log(opening.multiple());
    double left = Math.round(100 * (opening.evidence() - people * each)) / 100.0;
    boolean opens =
        people == 0 || (left >= opening.threshold() && opening.observed() - people >= minAuthors);
    return new Counterfactual(what, people, left, opening.threshold(), opens);
  }
}
