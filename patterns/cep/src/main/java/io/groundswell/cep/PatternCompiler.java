package io.groundswell.cep;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.HowOften;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.pattern.Skip;
import io.groundswell.domain.pattern.StageRule;
import java.time.Duration;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;

/**
 * Turns patterns as they are written into Flink's. Stage names and how stages follow one another
 * come out as they are written, since they are part of a savepoint.
 *
 * @param <T> what the pattern reads: a bucket, or what holds one
 */
public final class PatternCompiler<T> {
  private final Regions regions;
  private final KeySelector<T, Signal> signalOf;

  /**
   * A compiler.
   *
   * @param regions which regions lie in which
   * @param signalOf what is read, as conditions read it
   */
  public PatternCompiler(Regions regions, KeySelector<T, Signal> signalOf) {
    this.regions = regions;
    this.signalOf = signalOf;
  }

  /** The pattern that a rule stands for; the rule has to be sound. */
  public Pattern<T, ?> compile(PatternRule rule) {
    Pattern<T, T> pattern = null;
    for (StageRule stage : rule.stages()) {
      Pattern<T, T> next =
          pattern == null ? Pattern.begin(stage.name(), skip(rule.skip())) : add(pattern, stage);
      pattern = often(where(next, stage), stage.often());
    }
    if (pattern == null) {
      throw new IllegalArgumentException("pattern '" + rule.id() + "' has no stage");
    }
    return rule.within() == 0 ? pattern : pattern.within(Duration.ofMillis(rule.within()));
  }

  private static <T> Pattern<T, T> add(Pattern<T, T> before, StageRule stage) {
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

  private Pattern<T, T> where(Pattern<T, T> pattern, StageRule stage) {
    return stage.where().isAlways()
        ? pattern
        : pattern.where(new Where<>(stage.where(), regions, signalOf));
  }

  private static <T> Pattern<T, T> often(Pattern<T, T> pattern, HowOften often) {
    Pattern<T, T> run = often.loops() ? run(pattern, often.least(), often.most()) : pattern;
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

  private static <T> Pattern<T, T> run(Pattern<T, T> pattern, int least, int most) {
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
