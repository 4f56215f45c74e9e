package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is wrong with one pattern: its stages, its window, and how much it holds. */
final class RuleCheck {
  private static final int MOST_STAGES = 10;

  private final PatternRule rule;
  private final String path;
  private final List<Problem> problems = new ArrayList<>();

  RuleCheck(PatternRule rule, String path) {
    this.rule = rule;
    this.path = path;
  }

  List<Problem> problems() {
    if (rule.stages().isEmpty() || rule.stages().size() > MOST_STAGES) {
      String message = "stages holds " + rule.stages().size() + " stages";
      add("/stages", message, "use 1 to " + MOST_STAGES);
      return problems;
    }
    names();
    order();
    for (int i = 0; i < rule.stages().size(); i++) {
      problems.addAll(new StageCheck(rule, i, path + "/stages/" + i).problems());
    }
    window();
    skip();
    if (problems.isEmpty()) {
      problems.addAll(new PartialMatches(rule).problems(path));
    }
    return problems;
  }

  private void names() {
    Map<String, String> names = new HashMap<>();
    for (int i = 0; i < rule.stages().size(); i++) {
      StageRule stage = rule.stages().get(i);
      String place = stage(i) + "/" + Words.of(stage.follows());
      if (!stage.name().matches("[a-z][a-z0-9_]{0,31}")) {
        String remedy = "use small letters, digits and _, a letter first, 32 at most";
        problems.add(Problem.at(place, "a stage is called '" + stage.name() + "'", remedy));
      }
      String first = names.putIfAbsent(stage.name(), place);
      if (first != null) {
        String message = "a second stage is called '" + stage.name() + "'";
        problems.add(new Problem(place, message, first, "give it another name"));
      }
    }
  }

  private void order() {
    for (int i = 0; i < rule.stages().size(); i++) {
      boolean begins = rule.stages().get(i).follows() == Follows.BEGIN;
      if (begins != (i == 0)) {
        String message = i == 0 ? "the first stage does not begin" : "a later stage begins";
        problems.add(
            Problem.at(stage(i), message, "write begin for the first stage, and no other"));
      }
    }
    if (rule.stages().stream().allMatch(s -> s.follows().isNot() || s.often().optional())) {
      add("/stages", "every stage is optional", "make one that has to come");
    }
  }

  private void window() {
    long longest = PatternCheck.LONGEST.toMillis();
    if (rule.within() < 0 || rule.within() > longest) {
      add("/within", "within is longer than 40d", "use up to 40d");
    } else if (rule.within() == 0 && last().follows() == Follows.NOT_FOLLOWED_BY) {
      String message = "without within, '" + last().name() + "' would have to stay away for ever";
      add("", message, "add within: 30m, or as long as you want to wait");
    } else if (rule.within() == 0 && rule.stages().stream().anyMatch(RuleCheck::canWait)) {
      String message = "'" + rule.id() + "' has no within, and may wait for ever";
      add("", message, "add within: 30m, or as long as a match may take");
    }
  }

  static boolean canWait(StageRule stage) {
    return stage.follows() == Follows.FOLLOWED_BY
        || stage.follows() == Follows.FOLLOWED_BY_ANY
        || stage.follows() == Follows.NOT_FOLLOWED_BY
        || (stage.often().loops() && !stage.often().consecutive());
  }

  private void skip() {
    if (!rule.skip().stage().isEmpty()) {
      List<String> names =
          rule.stages().stream()
              .filter(stage -> !stage.follows().isNot())
              .map(StageRule::name)
              .toList();
      if (!names.contains(rule.skip().stage())) {
        String message = "no stage is called '" + rule.skip().stage() + "'";
        add("/skip", message, Nearest.hint(rule.skip().stage(), names));
      } else if (rule.skip().how() == Skip.How.TO_FIRST
          && names.indexOf(rule.skip().stage()) == 0) {
        add("/skip", "skip to the first bucket of the match would find it for ever", "use none");
      }
    }
  }

  private StageRule last() {
    return rule.stages().get(rule.stages().size() - 1);
  }

  private String stage(int index) {
    return path + "/stages/" + index;
  }

  private void add(String place, String message, String remedy) {
    problems.add(Problem.at(path + place, message, remedy));
  }
}
