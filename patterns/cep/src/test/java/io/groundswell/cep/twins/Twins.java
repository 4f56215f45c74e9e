package io.groundswell.cep.twins;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Turn;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;

/** The patterns of {@code twenty.yaml}, written by hand for Flink's CEP library. */
final class Twins {
  static final double SPREAD_FROM = 9.5;
  static final Duration RESOLVE_AFTER = Duration.ofMinutes(30);
  static final Duration REOPEN_WITHIN = Duration.ofMinutes(45);

  private static final AfterMatchSkipStrategy NO_SKIP = AfterMatchSkipStrategy.noSkip();
  private static final AfterMatchSkipStrategy PAST_LAST =
      AfterMatchSkipStrategy.skipPastLastEvent();

  private Twins() {}

  static Map<String, Pattern<Signal, ?>> all(Regions regions) {
    Map<String, Pattern<Signal, ?>> twins = new TreeMap<>();
    surges(twins);
    across(twins, regions);
    runs(twins);
    others(twins);
    return twins;
  }

  private static void surges(Map<String, Pattern<Signal, ?>> twins) {
    twins.put(
        "p01-sudden",
        begin("calm", NO_SKIP, b -> b.level() == Level.CALM)
            .next("extreme")
            .where(of(b -> b.turn() == Turn.OPENS)));
    twins.put(
        "p02-sustained",
        begin("calm", NO_SKIP, b -> b.level() == Level.CALM)
            .next("elevated")
            .where(of(b -> b.level() != Level.CALM && b.turn() == Turn.NONE))
            .oneOrMore()
            .consecutive()
            .greedy()
            .next("extreme")
            .where(of(b -> b.turn() == Turn.OPENS)));
    twins.put(
        "p03-grows",
        begin("open", NO_SKIP, b -> b.turn() != Turn.NONE && b.turn() != Turn.RESOLVES)
            .notFollowedBy("over")
            .where(of(b -> b.turn() == Turn.RESOLVES))
            .followedBy("larger")
            .where(of(b -> b.turn() == Turn.ESCALATES))
            .within(Duration.ofHours(2)));
    twins.put(
        "p04-ends",
        begin("open", NO_SKIP, b -> b.turn() == Turn.OPENS || b.turn() == Turn.REOPENS)
            .followedBy("calm")
            .where(of(b -> b.turn() == Turn.RESOLVES))
            .within(RESOLVE_AFTER.plusDays(1)));
    twins.put(
        "p05-returns",
        begin("over", NO_SKIP, b -> b.turn() == Turn.RESOLVES)
            .followedBy("extreme")
            .where(of(b -> b.turn() == Turn.REOPENS))
            .within(REOPEN_WITHIN.plusMinutes(2)));
  }

  private static void across(Map<String, Pattern<Signal, ?>> twins, Regions regions) {
    FilterFunction<ScoredBucket> rises =
        b -> b.level() != Level.EXTREME && b.evidence() >= SPREAD_FROM;
    twins.put(
        "p06-spread",
        begin("first", PAST_LAST, rises)
            .followedByAny("second")
            .where(of(rises))
            .where(new Compared(List.of("first"), (b, o) -> isApart(regions, b, o)))
            .followedByAny("third")
            .where(of(rises))
            .where(new Compared(List.of("first", "second"), (b, o) -> isApart(regions, b, o)))
            .within(Duration.ofMinutes(6)));
    twins.put(
        "p07-cascade",
        begin("upstream", PAST_LAST, b -> is(b, "accounts") && b.evidence() >= 9)
            .followedBy("downstream")
            .where(of(b -> is(b, "acme") && b.evidence() >= 9))
            .within(Duration.ofMinutes(10)));
    twins.put(
        "p19-region-goes-on",
        begin("first", AfterMatchSkipStrategy.skipToFirst("same"), b -> b.level() == Level.ELEVATED)
            .followedBy("same")
            .where(of(b -> b.level() != Level.CALM))
            .where(new Compared(List.of("first"), (b, o) -> is(b, o.subject())))
            .followedBy("other")
            .where(of(b -> b.level() == Level.EXTREME))
            .where(new Compared(List.of("first", "same"), (b, o) -> !is(b, o.subject())))
            .within(Duration.ofMinutes(8)));
    twins.put(
        "p20-downstream-first",
        begin("downstream", NO_SKIP, b -> is(b, "acme") && b.level() != Level.CALM)
            .timesOrMore(2)
            .greedy()
            .followedBy("upstream")
            .where(of(b -> is(b, "accounts") && b.level() != Level.CALM))
            .where(new Last("downstream", (b, last) -> growth(b, last) < 2))
            .within(Duration.ofMinutes(12)));
  }

  private static void runs(Map<String, Pattern<Signal, ?>> twins) {
    twins.put(
        "p08-three-in-a-row",
        begin("extreme", NO_SKIP, b -> b.level() == Level.EXTREME).times(3).consecutive());
    twins.put(
        "p12-loose-run",
        begin("calm", NO_SKIP, b -> b.level() == Level.CALM)
            .followedBy("elevated")
            .where(of(b -> b.level() == Level.ELEVATED))
            .oneOrMore()
            .next("extreme")
            .where(of(b -> b.level() == Level.EXTREME))
            .within(Duration.ofMinutes(12)));
    twins.put(
        "p13-two-to-four",
        begin("open", NO_SKIP, b -> b.turn() == Turn.OPENS)
            .followedBy("large")
            .where(of(b -> b.level() == Level.EXTREME))
            .times(2, 4)
            .optional()
            .followedBy("calm")
            .where(of(b -> b.level() == Level.CALM))
            .within(Duration.ofMinutes(30)));
    twins.put(
        "p14-perhaps-elevated",
        begin("calm", NO_SKIP, b -> b.level() == Level.CALM)
            .next("elevated")
            .where(of(b -> b.level() == Level.ELEVATED))
            .optional()
            .next("extreme")
            .where(of(b -> b.level() == Level.EXTREME)));
    twins.put(
        "p16-combined",
        begin("open", NO_SKIP, b -> b.turn() == Turn.OPENS)
            .followedBy("burst")
            .where(of(b -> b.evidence() >= 12))
            .times(2)
            .allowCombinations()
            .next("calm")
            .where(of(b -> b.level() == Level.CALM))
            .within(Duration.ofMinutes(12)));
  }

  private static void others(Map<String, Pattern<Signal, ?>> twins) {
    twins.put(
        "p09-half-as-many-again",
        begin(
                "some",
                AfterMatchSkipStrategy.skipToNext(),
                b -> b.observed() >= 4 && b.level() == Level.ELEVATED)
            .followedBy("more")
            .where(new Last("some", (b, last) -> growth(b, last) >= 1.5))
            .within(Duration.ofMinutes(8)));
    twins.put(
        "p10-worse-then-calm",
        begin("elevated", NO_SKIP, b -> b.level() == Level.ELEVATED)
            .notNext("extreme")
            .where(of(b -> b.level() == Level.EXTREME))
            .followedBy("calm")
            .where(of(b -> b.level() == Level.CALM))
            .within(Duration.ofMinutes(10)));
    twins.put(
        "p11-stays-quiet",
        begin("over", NO_SKIP, b -> b.turn() == Turn.RESOLVES)
            .notFollowedBy("again")
            .where(of(b -> b.level() != Level.CALM))
            .within(Duration.ofMinutes(7)));
    twins.put(
        "p15-any-large",
        begin("open", AfterMatchSkipStrategy.skipToNext(), b -> b.turn() == Turn.OPENS)
            .followedByAny("large")
            .where(of(b -> b.observed() > 5))
            .within(Duration.ofMinutes(10)));
    twins.put(
        "p17-one-or-the-other",
        begin("odd", PAST_LAST, Twins::isOdd)
            .followedBy("odd_again")
            .where(of(b -> ratio(b.observed(), b.expected()) > 3 && b.posts() >= 4))
            .within(Duration.ofMinutes(5)));
    twins.put(
        "p18-between-two-and-five-minutes",
        begin(
                "elevated",
                AfterMatchSkipStrategy.skipToLast("extreme"),
                b -> b.level() == Level.ELEVATED)
            .followedBy("extreme")
            .where(of(b -> b.level() == Level.EXTREME))
            .where(
                new Last(
                    "elevated",
                    (b, last) -> {
                      long gap = b.start() - last.start();
                      return gap >= 120_000 && gap <= 300_000;
                    }))
            .within(Duration.ofMinutes(10)));
  }

  private static boolean isOdd(ScoredBucket b) {
    boolean many = ratio(b.observed(), b.expected()) >= 8 && b.posts() < 12;
    return (many || b.expected() <= 0) && b.turn() != Turn.ESCALATES && b.level() != Level.CALM;
  }

  private static boolean is(ScoredBucket bucket, String subject) {
    return bucket.subject().equals(subject);
  }

  private static boolean isApart(Regions regions, ScoredBucket one, ScoredBucket other) {
    return regions.apart(
        Objects.requireNonNull(Subject.parse(one.subject()).region()),
        Objects.requireNonNull(Subject.parse(other.subject()).region()));
  }

  private static double growth(ScoredBucket bucket, ScoredBucket last) {
    return ratio(bucket.observed(), last.observed());
  }

  private static double ratio(double observed, double expected) {
    return expected == 0 ? (observed == 0 ? 0 : Double.POSITIVE_INFINITY) : observed / expected;
  }

  private static Pattern<Signal, Signal> begin(
      String stage, AfterMatchSkipStrategy skip, FilterFunction<ScoredBucket> where) {
    return Pattern.<Signal>begin(stage, skip).where(of(where));
  }

  private static SimpleCondition<Signal> of(FilterFunction<ScoredBucket> where) {
    return SimpleCondition.of(signal -> where.filter(signal.bucket()));
  }

  private interface Pair extends Serializable {
    boolean holds(ScoredBucket bucket, ScoredBucket other);
  }

  /** Holds against every bucket of some stages. */
  private static final class Compared extends IterativeCondition<Signal> {
    private static final long serialVersionUID = 1;

    private final List<String> stages;
    private final Pair pair;

    Compared(List<String> stages, Pair pair) {
      this.stages = stages;
      this.pair = pair;
    }

    @Override
    public boolean filter(Signal signal, Context<Signal> context) throws Exception {
      for (String stage : stages) {
        for (Signal other : context.getEventsForPattern(stage)) {
          if (!pair.holds(signal.bucket(), other.bucket())) {
            return false;
          }
        }
      }
      return true;
    }
  }

  /** Holds against the last bucket of a stage. */
  private static final class Last extends IterativeCondition<Signal> {
    private static final long serialVersionUID = 1;

    private final String stage;
    private final Pair pair;

    Last(String stage, Pair pair) {
      this.stage = stage;
      this.pair = pair;
    }

    @Override
    public boolean filter(Signal signal, Context<Signal> context) throws Exception {
      List<Signal> before = new ArrayList<>();
      context.getEventsForPattern(stage).forEach(before::add);
      return !before.isEmpty()
          && pair.holds(signal.bucket(), before.get(before.size() - 1).bucket());
    }
  }
}
