package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds what is wrong with one stage: what it compares, whether it can be reached, how often. */
final class StageCheck {
  private final PatternRule rule;
  private final StageRule stage;
  private final int index;
  private final String path;
  private final List<Problem> problems = new ArrayList<>();

  StageCheck(PatternRule rule, int index, String path) {
    this.rule = rule;
    this.stage = rule.stages().get(index);
    this.index = index;
    this.path = path;
  }

  List<Problem> problems() {
    clause(stage.where().all(), path + "/where");
    for (int i = 0; i < stage.where().any().size(); i++) {
      clause(stage.where().any().get(i), path + "/where/any/" + i);
    }
    clause(stage.where().none(), path + "/where/none");
    often();
    if (problems.isEmpty()) {
      reachable();
    }
    return problems;
  }

  private void clause(Clause clause, String place) {
    for (Trait trait : clause.traits()) {
      String at = place + "/" + Words.of(trait.what());
      for (String word : trait.words()) {
        List<String> known = Feasible.known(trait.what());
        if (!known.contains(word)) {
          String message = Words.of(trait.what()) + " is '" + word + "'";
          problems.add(Problem.at(at, message, Nearest.hint(word, known)));
        }
      }
      trait.stages().forEach(earlier -> earlier(earlier, at));
      subjects(trait, at);
    }
  }

  private void earlier(String name, String at) {
    List<String> before =
        rule.stages().subList(0, index).stream()
            .filter(known -> !known.follows().isNot())
            .map(StageRule::name)
            .toList();
    if (!before.contains(name)) {
      String message = "'" + name + "' is no stage before '" + stage.name() + "'";
      String remedy = before.isEmpty() ? "compare in a later stage" : Nearest.hint(name, before);
      problems.add(Problem.at(at, message, remedy));
    }
  }

  private void subjects(Trait trait, String at) {
    String name = Words.of(trait.what());
    boolean ofOne = rule.over() == Over.SUBJECT;
    if (trait.what() == What.SIDE && rule.over() != Over.DEPENDENCY) {
      problems.add(Problem.at(at, name + " asks for a pair", "write over: dependency"));
    } else if (trait.what() == What.APART_FROM && rule.over() != Over.REGIONS) {
      problems.add(Problem.at(at, name + " asks for regions", "write over: regions"));
    } else if (trait.what().kind() == What.Kind.RELATION && ofOne) {
      String message = name + " compares a subject with itself";
      problems.add(
          Problem.at(at, message, "write over: regions or over: dependency, or remove it"));
    }
  }

  private void often() {
    HowOften often = stage.often();
    boolean last = index == rule.stages().size() - 1;
    if (often.least() < 1 || (often.most() != 0 && often.most() < often.least())) {
      refuse("times is " + often.least() + " to " + often.most(), "use 1 and more, the less first");
    } else if (often.most() > 100 || often.least() > 100) {
      refuse("times is more than 100", "use 100 at most");
    }
    if (stage.follows().isNot() && !often.equals(HowOften.ONCE)) {
      refuse("'" + stage.name() + "' must not come, and says how often", "remove how often");
    }
    if (stage.follows().isNot() && rule.stages().get(index - 1).often().optional()) {
      refuse("'" + stage.name() + "' comes after an optional stage", "write two patterns");
    }
    if (!often.loops() && (often.greedy() || often.consecutive() || often.combinations())) {
      refuse("'" + stage.name() + "' is one bucket", "remove greedy, consecutive, combinations");
    }
    if (often.consecutive() && often.combinations()) {
      refuse("consecutive and combinations exclude each other", "keep one of them");
    }
    if (often.greedy() && last) {
      refuse("greedy does nothing in the last stage", "remove it");
    }
  }

  private void reachable() {
    String name = "'" + stage.name() + "'";
    Optional<What> nothing = nothingLeft();
    if (nothing.isPresent()) {
      String message = name + " can never come: no bucket has such " + Words.of(nothing.get());
      problems.add(Problem.at(path + "/where", message, "mend its conditions"));
    } else if (stage.follows().isNot() && stage.where().isAlways()) {
      refuse(name + " is every bucket, so that nothing comes after it", "add where");
    } else if (index > 0 && isShutOut()) {
      String not = rule.stages().get(index - 1).name();
      refuse(name + " can never come: '" + not + "' must not, and is the same", "mend one of them");
    } else if (waitsTooLong()) {
      refuse(name + " can never come: its gap is longer than within", "mend one of them");
    }
  }

  private Optional<What> nothingLeft() {
    Condition where = stage.where();
    Optional<What> nothing = Feasible.of(where).nothingLeft();
    for (Clause clause : where.any()) {
      Optional<What> then = Feasible.of(where, clause).nothingLeft();
      if (then.isEmpty()) {
        return nothing;
      }
      nothing = nothing.isPresent() ? nothing : then;
    }
    return nothing;
  }

  private boolean isShutOut() {
    StageRule before = rule.stages().get(index - 1);
    return before.follows().isNot()
        && !stage.follows().isNot()
        && stage.where().equals(before.where());
  }

  private boolean waitsTooLong() {
    return rule.within() > 0
        && stage.where().all().traits().stream()
            .anyMatch(trait -> trait.what() == What.GAP && trait.range().least() >= rule.within());
  }

  private void refuse(String message, String remedy) {
    problems.add(Problem.at(path, message, remedy));
  }
}
