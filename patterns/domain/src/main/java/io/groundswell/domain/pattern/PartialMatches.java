package io.groundswell.domain.pattern;

import io.groundswell.domain.catalogue.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How many partial matches of a group a pattern may hold at one time, were every bucket of every
 * stage that it may be of. Counted are a bucket a minute, two where several subjects meet, and a
 * turn an hour; matches that may begin with each of them, and how often each may fork.
 */
final class PartialMatches {
  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final PatternRule rule;
  private final List<StageRule> stages;

  PartialMatches(PatternRule rule) {
    this.rule = rule;
    this.stages = rule.stages().stream().filter(stage -> !stage.follows().isNot()).toList();
  }

  List<Problem> problems(String path) {
    List<Problem> problems = new ArrayList<>();
    long most = most();
    if (most > PatternCheck.MOST_PARTIAL_MATCHES) {
      String many = most == Long.MAX_VALUE ? "any number of" : "up to " + most;
      problems.add(
          Problem.at(
              path,
              "'" + rule.id() + "' may hold " + many + " partial matches of one subject",
              "keep it to "
                  + PatternCheck.MOST_PARTIAL_MATCHES
                  + ": a shorter within, a beginning that is rarer, next or followed_by for"
                  + " followed_by_any, greedy or consecutive runs, times instead of one_or_more"));
    }
    return problems;
  }

  long most() {
    long most = beginnings();
    for (int i = 0; i < stages.size(); i++) {
      most = times(most, forks(i));
    }
    return most;
  }

  /** A match that never waits lasts as many buckets as its stages take. */
  private long beginnings() {
    long buckets = buckets(stages.get(0));
    if (rule.stages().stream().anyMatch(RuleCheck::canWait)) {
      return buckets;
    }
    long lasts = 0;
    for (StageRule stage : rule.stages()) {
      boolean endless = stage.often().most() == 0;
      if (endless && mayBegin(stage)) {
        return buckets;
      }
      lasts += endless ? 1 : stage.often().most();
    }
    return Math.min(lasts, buckets);
  }

  private boolean mayBegin(StageRule stage) {
    return Feasible.of(stages.get(0).where(), stage.where()).nothingLeft().isEmpty();
  }

  private long forks(int at) {
    StageRule stage = stages.get(at);
    HowOften often = stage.often();
    boolean last = at == stages.size() - 1;
    long forks = stage.follows() == Follows.FOLLOWED_BY_ANY && !last ? buckets(stage) : 1;
    if (often.optional() && !last) {
      forks = times(forks, 2);
    }
    if (!often.loops()) {
      return forks;
    }
    if (often.combinations()) {
      return times(forks, power(buckets(stage), often.most() == 0 ? 99 : often.most()));
    }
    boolean lengths = !last && !often.greedy() && stages.get(at + 1).follows() != Follows.NEXT;
    return lengths ? times(forks, lengths(stage)) : forks;
  }

  private long lengths(StageRule stage) {
    long all = buckets(stage);
    return stage.often().most() == 0 ? all : Math.min(all, stage.often().most());
  }

  private long buckets(StageRule stage) {
    long window = rule.within() == 0 ? PatternCheck.LONGEST.toMillis() : rule.within();
    boolean turns = Feasible.of(stage.where()).turns();
    long each = turns ? HOUR : MINUTE;
    return Math.max(1, (window + each - 1) / each) * (rule.over() == Over.SUBJECT ? 1 : 2);
  }

  private static long power(long base, int exponent) {
    long product = 1;
    for (int i = 0; i < exponent; i++) {
      product = times(product, base);
    }
    return product;
  }

  private static long times(long one, long other) {
    return one > Long.MAX_VALUE / other ? Long.MAX_VALUE : one * other;
  }
}
