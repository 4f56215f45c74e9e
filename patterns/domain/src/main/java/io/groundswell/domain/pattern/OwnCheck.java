package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.policy.PatternId;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what sound patterns that people have written cannot say in a job: which buckets patterns
 * are shown there, and what a match means, is settled.
 */
public final class OwnCheck {
  /** Each bucket is shown to every pattern. */
  static final int MOST = 64;

  private OwnCheck() {}

  /** What is wrong, as places in a file that lists them under {@code patterns}. */
  public static List<Problem> problems(List<PatternRule> rules) {
    List<Problem> problems = new ArrayList<>();
    if (rules.size() > MOST) {
      String message = "patterns holds " + rules.size() + " patterns";
      problems.add(Problem.at("/patterns", message, "use at most " + MOST));
    }
    for (int i = 0; i < rules.size(); i++) {
      String path = "/patterns/" + i;
      String id = rules.get(i).id();
      if (PatternId.ALL.contains(id) || PatternId.REMOVED.equals(id)) {
        String remedy = "give it another id; what is built in, the policy switches";
        problems.add(Problem.at(path + "/id", "'" + id + "' is Groundswell's own", remedy));
      }
      stages(rules.get(i).stages(), path, problems);
    }
    return List.copyOf(problems);
  }

  private static void stages(List<StageRule> stages, String path, List<Problem> problems) {
    for (int i = 0; i < stages.size(); i++) {
      StageRule stage = stages.get(i);
      String place = path + "/stages/" + i;
      boolean last = i == stages.size() - 1;
      if (last && stage.follows().isNot()) {
        String message = "'" + stage.name() + "' must not come, and is the last";
        problems.add(Problem.at(place, message, "end with a bucket that comes"));
      } else if ((i > 0 || last) && isCalm(stage.where())) {
        String message = "calm buckets are shown only right before one that is not";
        problems.add(
            Problem.at(place + "/where", message, "write turn: resolves for the end of a surge"));
      }
    }
  }

  private static boolean isCalm(Condition where) {
    return where.any().isEmpty()
        ? Feasible.of(where).isCalm()
        : where.any().stream().anyMatch(clause -> Feasible.of(where, clause).isCalm());
  }
}
