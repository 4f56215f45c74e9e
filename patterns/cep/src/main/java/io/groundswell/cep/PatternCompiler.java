package io.groundswell.cep;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.HowOften;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.pattern.Skip;
import io.groundswell.domain.pattern.StageRule;
import java.time.Duration;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Turns patterns as they are written into Flink's. Stage names and how stages follow one another
 * come out as they are written, since they are part of a savepoint.
 */
public final class PatternCompiler {
  private final Regions regions;

  /**
   * A compiler.
   *
   * @param regions which regions lie in which
   */
  public PatternCompiler(Regions regions) {
    this.regions = regions;
  }

  /** The pattern that a rule stands for; the rule has to be sound. */
  public Pattern<Signal, ?> compile(PatternRule rule) {
    Pattern<Signal, Signal> pattern = null;
    for (StageRule stage : rule.stages()) {
      Pattern<Signal, Signal> next =
          pattern == null ? Pattern.begin(stage.name(), skip(rule.skip())) : add(pattern, stage);
      pattern = often(where(next, stage), stage.often());
    }
    if (pattern == null) {
      throw new IllegalArgumentException("pattern '" + rule.id() + "' has no stage");
    }
    return rule.within() == 0 ? pattern : pattern.within(Duration.ofMillis(rule.within()));
  }

  private static Pattern<Signal, Signal> add(Pattern<Signal, Signal> before, StageRule stage) {
    String name = stage.name();
    return switch (stage.follows()) {
      case NEXT -> before.next(name);
      case FOLLOWED_BY -> before.followedBy(name);
      case FOLLOWED_BY_ANY -> before.followedByAny(name);
      case NOT_NEXT -> before.notNext(name);
      case NOT_FOLLOWED_BY -> before.notFollowedBy(name);
      case BEGIN -> throw new IllegalArgumentException("a later stage begins: '" + name + "'");
    };
  }

  private Pattern<Signal, Signal> where(Pattern<Signal, Signal> pattern, StageRule stage) {
    return stage.where().isAlways() ? pattern : pattern.where(new Where(stage.where(), regions));
  }

  private static Pattern<Signal, Signal> often(Pattern<Signal, Signal> pattern, HowOften often) {
    Pattern<Signal, Signal> run =
        often.loops() ? run(pattern, often.least(), often.most()) : pattern;
    if (often.consecutive()) {
      run = run.consecutive();
    }
    if (often.combinations()) {
      run = run.allowCombinations();
    }
    if (often.greedy()) {
      run = run.greedy();
    }
    return often.optional() ? run.optional() : run;
  }

  private static Pattern<Signal, Signal> run(Pattern<Signal, Signal> pattern, int least, int most) {
    if (most == 0) {
      return least == 1 ? pattern.oneOrMore() : pattern.timesOrMore(least);
    }
    return least == most ? pattern.times(least) : pattern.times(least, most);
  }

  private static AfterMatchSkipStrategy skip(Skip skip) {
    return switch (skip.how()) {
      case NONE -> AfterMatchSkipStrategy.noSkip();
      case TO_NEXT -> AfterMatchSkipStrategy.skipToNext();
      case PAST_LAST -> AfterMatchSkipStrategy.skipPastLastEvent();
      case TO_FIRST -> AfterMatchSkipStrategy.skipToFirst(skip.stage());
      case TO_LAST -> AfterMatchSkipStrategy.skipToLast(skip.stage());
    };
  }
}
