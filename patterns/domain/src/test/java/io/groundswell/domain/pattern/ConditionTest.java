package io.groundswell.domain.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** What a bucket is asked, each question for itself. */
class ConditionTest {
  private static final Regions REGIONS =
      new Regions(List.of(new Region("emea", "EMEA", List.of("DE", "FR"), List.of())));
  private static final ScoredBucket BUCKET = bucket("acme@DE", 5, 6, 9, 2.);

  @Test
  void numbersLieInTheirRanges() {
    assertThat(holds(Trait.number(What.OBSERVED, Range.atLeast(6)))).isTrue();
    assertThat(holds(Trait.number(What.OBSERVED, new Range(6, false, 9, true)))).isFalse();
    assertThat(holds(Trait.number(What.POSTS, new Range(0, true, 9, true)))).isTrue();
    assertThat(holds(Trait.number(What.POSTS, new Range(0, true, 9, false)))).isFalse();
    assertThat(holds(Trait.number(What.EXPECTED, new Range(2, true, 2, true)))).isTrue();
    assertThat(holds(Trait.number(What.EVIDENCE, Range.atLeast(12.5)))).isTrue();
    assertThat(holds(Trait.number(What.RATIO, new Range(3, true, 3, true)))).isTrue();
  }

  @Test
  void wordsAreOneOfSome() {
    assertThat(holds(Trait.word(What.LEVEL, List.of("calm", "elevated")))).isTrue();
    assertThat(holds(Trait.word(What.LEVEL, List.of("calm", "extreme")))).isFalse();
    assertThat(holds(Trait.word(What.TURN, List.of("none")))).isTrue();
    assertThat(holds(Trait.word(What.TURN, List.of("opens")))).isFalse();
  }

  @Test
  void againstNothingUsualSomethingIsInfinitelyMuchAndNothingIsNothing() {
    assertThat(Reading.ratio(3, 0)).isInfinite();
    assertThat(Reading.ratio(0, 0)).isZero();
    assertThat(Reading.ratio(3, 1.5)).isEqualTo(2);
  }

  @Test
  void growthAndGapAreMeasuredFromTheLastBucketOfAStage() {
    Map<String, List<ScoredBucket>> earlier =
        Map.of("a", List.of(bucket("acme@DE", 1, 1, 1, 1), bucket("acme@DE", 3, 4, 1, 1)));

    assertThat(holds(Trait.since(What.GROWTH, "a", new Range(1.5, true, 1.5, true)), earlier))
        .isTrue();
    assertThat(holds(Trait.since(What.GAP, "a", new Range(120_000, true, 120_000, true)), earlier))
        .isTrue();
    assertThat(holds(Trait.since(What.GAP, "missing", Range.ANY), earlier)).isFalse();
  }

  @Test
  void subjectsAreComparedWithAllBucketsOfStages() {
    Map<String, List<ScoredBucket>> earlier =
        Map.of(
            "same", List.of(bucket("acme@DE", 1, 1, 1, 1)),
            "around", List.of(bucket("acme@emea", 1, 1, 1, 1)),
            "away", List.of(bucket("acme@US", 1, 1, 1, 1), bucket("acme@BR", 2, 1, 1, 1)));

    assertThat(holds(relation(What.APART_FROM, "away"), earlier)).isTrue();
    assertThat(holds(relation(What.APART_FROM, "away", "around"), earlier)).isFalse();
    assertThat(holds(relation(What.SAME_SUBJECT_AS, "same"), earlier)).isTrue();
    assertThat(holds(relation(What.SAME_SUBJECT_AS, "same", "around"), earlier)).isFalse();
    assertThat(holds(relation(What.OTHER_SUBJECT_THAN, "around", "away"), earlier)).isTrue();
    assertThat(holds(relation(What.OTHER_SUBJECT_THAN, "same"), earlier)).isFalse();
  }

  @Test
  void ofAPairOneIsDependedOn() {
    assertThat(side("accounts")).isEqualTo("upstream");
    assertThat(side("acme")).isEqualTo("downstream");
    assertThat(side("other")).isEmpty();
    assertThat(Signal.of(BUCKET).side()).isEmpty();
  }

  @Test
  void allAnyAndNone() {
    Trait yes = Trait.word(What.LEVEL, List.of("elevated"));
    Trait no = Trait.word(What.LEVEL, List.of("calm"));

    assertThat(holds(clause(yes, yes), List.of(), Clause.EMPTY)).isTrue();
    assertThat(holds(clause(yes, no), List.of(), Clause.EMPTY)).isFalse();
    assertThat(holds(clause(yes), List.of(clause(no), clause(yes)), Clause.EMPTY)).isTrue();
    assertThat(holds(clause(yes), List.of(clause(no), clause(yes, no)), Clause.EMPTY)).isFalse();
    assertThat(holds(clause(yes), List.of(), clause(no))).isTrue();
    assertThat(holds(clause(yes), List.of(), clause(no, yes))).isFalse();
    assertThat(Condition.ALWAYS.holds(Signal.of(BUCKET), stage -> List.of(), REGIONS)).isTrue();
  }

  @Property
  void aNumberIsInBothRangesWhereItIsInEach(
      @ForAll @DoubleRange(min = -3, max = 3) double a,
      @ForAll @DoubleRange(min = -3, max = 3) double b,
      @ForAll @DoubleRange(min = -3, max = 3) double number,
      @ForAll boolean with) {
    Range one = new Range(a, with, 2, !with);
    Range other = new Range(-2, !with, b, with);

    boolean inEach = one.holds(number) && other.holds(number);
    assertThat(one.and(other).holds(number)).isEqualTo(inEach);
    assertThat(one.and(other).isEmpty() && inEach).isFalse();
    assertThat(new Range(a, true, a, with).isEmpty()).isEqualTo(!with);
  }

  private static String side(String subject) {
    return Signal.of("accounts", "acme", bucket(subject, 1, 1, 1, 1)).side();
  }

  private static Trait relation(What what, String... stages) {
    return Trait.relation(what, List.of(stages));
  }

  private static Clause clause(Trait... traits) {
    return new Clause(List.of(traits));
  }

  private static boolean holds(Trait trait) {
    return holds(trait, Map.of());
  }

  private static boolean holds(Trait trait, Map<String, List<ScoredBucket>> earlier) {
    return new Condition(clause(trait), List.of(), Clause.EMPTY)
        .holds(
            new Signal(Over.REGIONS, "acme", BUCKET),
            stage -> earlier.getOrDefault(stage, List.of()),
            REGIONS);
  }

  private static boolean holds(Clause all, List<Clause> any, Clause none) {
    return new Condition(all, any, none).holds(Signal.of(BUCKET), stage -> List.of(), REGIONS);
  }

  private static ScoredBucket bucket(
      String subject, int minute, int observed, int posts, double expected) {
    return new ScoredBucket(
        subject,
        minute * 60_000L,
        (minute + 1) * 60_000L,
        observed,
        posts,
        expected,
        12.5,
        14,
        100,
        Level.ELEVATED,
        Turn.NONE,
        SurgeSize.NONE);
  }
}
