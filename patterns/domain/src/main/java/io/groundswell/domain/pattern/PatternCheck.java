package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds patterns that can never match, never end, or hold too much, before they run. */
public final class PatternCheck {
  /** The longest window: a surge may stay open while its feeds are blind. */
  public static final Duration LONGEST = Duration.ofDays(40);

  /** How many partial matches of a pattern one subject may have: refused beyond, and dropped. */
  public static final int MOST_PARTIAL_MATCHES = 1000;

  private static final String ID = "[a-z][a-z0-9_-]{0,63}";

  private PatternCheck() {}

  /** What is wrong with patterns, as places in a file that lists them under {@code patterns}. */
  public static List<Problem> problems(List<PatternRule> rules) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> ids = new HashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      PatternRule rule = rules.get(i);
      String path = "/patterns/" + i;
      if (!rule.id().matches(ID)) {
        String remedy = "use small letters, digits, - and _, a letter first, 64 at most";
        problems.add(Problem.at(path + "/id", "id is '" + rule.id() + "'", remedy));
      }
      String first = ids.putIfAbsent(rule.id(), path + "/id");
      if (first != null) {
        String message = "a second pattern is called '" + rule.id() + "'";
        problems.add(new Problem(path + "/id", message, first, "give it another id"));
      }
      problems.addAll(new RuleCheck(rule, path).problems());
    }
    return List.copyOf(problems);
  }

  /**
   * How many partial matches a sound pattern may hold of one group, if it has a bucket a minute, or
   * two where several subjects meet, and a turn an hour.
   */
  public static long partialMatches(PatternRule rule) {
    return new PartialMatches(rule).most();
  }
}
