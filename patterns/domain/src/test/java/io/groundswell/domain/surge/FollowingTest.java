package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.MINUTE;
import static io.groundswell.domain.surge.Story.RULES;
import static io.groundswell.domain.surge.Story.given;
import static io.groundswell.domain.surge.Story.startOf;
import static io.groundswell.domain.surge.Story.without;
import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static io.groundswell.domain.surge.Stretch.exactly;
import static io.groundswell.domain.surge.Stretch.hours;
import static io.groundswell.domain.surge.Stretch.silence;
import static io.groundswell.domain.surge.Stretch.surge;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.PatternId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a surge goes on once it is open: it grows, ends, comes back, or becomes the normal. */
class FollowingTest {
  private static final int START = days(3);

  /** Three normal days, then ten minutes at five times the normal. */
  private static Story shortSurge(WatchRules rules, long seed) {
    return given(rules, 4, seed, calm(2, START), surge(10, 10));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itEndsOnceTheNormalIsBackAndNothingHasBeenElevatedForHalfAnHour(long seed) {
    Story story = shortSurge(RULES, seed).then(calm(2, hours(6)));

    assertThat(story.turns())
        .extracting(ScoredBucket::turn)
        .containsExactly(Turn.OPENS, Turn.RESOLVES);
    ScoredBucket end = story.first(Turn.RESOLVES);
    assertThat(end.level()).isEqualTo(Level.CALM);
    assertThat(end.start() - startOf(START)).isBetween(40 * MINUTE, 300 * MINUTE);
    assertThat(story.buckets())
        .filteredOn(bucket -> bucket.end() > end.end() - RULES.resolve())
        .filteredOn(bucket -> bucket.end() <= end.end())
        .hasSize(30)
        .allMatch(bucket -> bucket.level() == Level.CALM);
  }

  @Test
  void aLullOfTwentyMinutesIsNoEnd() {
    Story story = shortSurge(RULES, 1).then(calm(1, 20), surge(10, 10), calm(1, 20));

    assertThat(story.turns()).extracting(ScoredBucket::turn).doesNotContain(Turn.RESOLVES);
    assertThat(story.watch().open).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void soonAfterItsEndASurgeComesBackWithAnOnsetOfItsOwn(long seed) {
    Story story = over(seed);
    ScoredBucket end = story.last();

    story.then(calm(2, 60), exactly(40, 1));

    ScoredBucket again = story.last();
    assertThat(again.turn()).isEqualTo(Turn.REOPENS);
    assertThat(again.surge().onset()).isGreaterThanOrEqualTo(end.end());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSurgeThatComesBackHoldsOnlyComplaintsSinceTheEnd(long seed) {
    Story story = over(seed);
    int before = story.now();

    story.then(calm(2, 5), exactly(40, 1));

    ScoredBucket again = story.last();
    assertThat(again.turn()).isEqualTo(Turn.REOPENS);
    int since = story.buckets().stream().skip(before).mapToInt(ScoredBucket::observed).sum();
    assertThat(again.surge().observed()).isBetween(40.0, (double) since);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void longAfterItsEndANewOneBegins(long seed) {
    Story story = over(seed);

    story.then(calm(2, 121), exactly(40, 1));

    ScoredBucket next = story.last();
    assertThat(next.turn()).isEqualTo(Turn.OPENS);
    assertThat(next.surge().onset()).isBetween(next.start() - 5 * MINUTE, next.start());
    assertThat(next.surge().observed()).isBetween(40.0, 70.0);
  }

  @Test
  void aSparseSubjectDatesItsNextSurgeAfterTheEndOfTheLast() {
    int next = 0;
    for (long seed = 1; seed <= 10; seed++) {
      Story story = given(RULES, 1, seed, calm(.0001, days(14)), surge(.008, days(6)));
      long end = Watch.NEVER;
      for (ScoredBucket bucket : story.turns()) {
        if (bucket.turn() == Turn.OPENS) {
          assertThat(bucket.surge().onset()).as("%s", bucket).isGreaterThanOrEqualTo(end);
          next += end == Watch.NEVER ? 0 : 1;
        }
        end = bucket.turn() == Turn.RESOLVES ? bucket.end() : end;
      }
    }
    assertThat(next).as("surges after the first").isPositive();
  }

  @Test
  void aSurgeThatGrowsFourfoldEscalates() {
    Story story = given(calm(2, START), surge(10, 40), surge(40, 15));

    assertThat(story.turns())
        .extracting(ScoredBucket::turn)
        .containsExactly(Turn.OPENS, Turn.ESCALATES);
    ScoredBucket escalation = story.first(Turn.ESCALATES);
    assertThat(escalation.start()).isBetween(startOf(START + 40), startOf(START + 43));
    assertThat(escalation.surge().onset()).isEqualTo(story.first(Turn.OPENS).surge().onset());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void itEscalatesAgainWhereItGrowsAgain(long seed) {
    Story story =
        given(RULES, 4, seed, calm(2, START), surge(10, 40), surge(60, 60), surge(360, 60));

    assertThat(story.turns())
        .filteredOn(bucket -> bucket.turn() == Turn.ESCALATES)
        .hasSizeBetween(2, 4)
        .anyMatch(bucket -> bucket.start() < startOf(START + 45))
        .anyMatch(bucket -> bucket.start() >= startOf(START + 100));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSurgeThatComesBackAsLargeAsItIsHasNotGrown(long seed) {
    Story story = over(seed).then(calm(2, 5), surge(40, 40));

    assertThat(story.turns())
        .extracting(ScoredBucket::turn)
        .containsExactly(Turn.OPENS, Turn.RESOLVES, Turn.REOPENS);
  }

  @Test
  void patternsThatAreOffSayNothing() {
    Stretch[] life = {
      calm(2, START), surge(10, 30), surge(60, 20), calm(2, hours(9)), surge(40, 5)
    };
    assertThat(turnsOf(RULES, life)).contains(Turn.OPENS, Turn.ESCALATES, Turn.RESOLVES);
    assertThat(turnsOf(without(PatternId.ESCALATION), life)).doesNotContain(Turn.ESCALATES);
    assertThat(turnsOf(without(PatternId.RECOVERY), life))
        .containsOnlyOnce(Turn.OPENS)
        .doesNotContain(Turn.RESOLVES, Turn.REOPENS);
  }

  @Test
  void withoutRelapseASurgeSoonAfterTheLastIsANewOne() {
    Story story = over(without(PatternId.RELAPSE), 1).then(calm(2, 60), exactly(40, 1));

    assertThat(story.last().turn()).isEqualTo(Turn.OPENS);
    assertThat(story.last().surge().onset()).isGreaterThan(startOf(story.now() - 10));
  }

  @Test
  void fiveTimesTheNormalForANightIsTheNewNormal() {
    Story story = given(calm(1, START), surge(5, hours(7)));
    assertThat(story.last().expected()).isLessThan(2.5);
    assertThat(story.last().level()).isEqualTo(Level.EXTREME);

    story.then(surge(5, hours(11)));

    assertThat(story.last().expected()).isBetween(3.5, 7.5);
    assertThat(story.last().evidence()).isLessThan(9);
    assertThat(story.turns()).extracting(ScoredBucket::turn).endsWith(Turn.RESOLVES);

    int turns = story.turns().size();
    story.then(surge(5, days(3)));
    assertThat(story.turns()).as("the new normal opens nothing").hasSize(turns);
    assertThat(story.last().expected()).isBetween(4.0, 6.0);
  }

  @Test
  void aHandfulOfComplaintsTakesTwoDaysToBecomeTheNewNormal() {
    Story story = given(RULES, 1, 1, silence(days(10)));
    while (story.watch().baseline.guardedMinutes == 0) {
      story.then(exactly(1, 1), silence(99));
    }
    double expected = story.last().expected();

    while (story.watch().baseline.guardedMinutes < 2880) {
      assertThat(story.watch().baseline.adopted).isFalse();
      story.then(exactly(1, 1), silence(99));
    }

    assertThat(story.watch().baseline.guardedCount).isLessThan(30);
    assertThat(story.watch().baseline.adopted).isTrue();
    for (int i = 0; i < 14; i++) {
      story.then(exactly(1, 1), silence(99));
    }
    assertThat(story.last().expected()).isGreaterThan(3 * expected);
  }

  private static Story over(long seed) {
    return over(RULES, seed);
  }

  /** A surge told up to the bucket in which it ends. */
  private static Story over(WatchRules rules, long seed) {
    Story story = shortSurge(rules, seed);
    for (int i = 0; i < 600 && story.last().turn() != Turn.RESOLVES; i++) {
      story.then(calm(2, 1));
    }
    assertThat(story.last().turn()).isEqualTo(Turn.RESOLVES);
    return story;
  }

  private static List<Turn> turnsOf(WatchRules rules, Stretch... life) {
    return given(rules, 4, 1, life).turns().stream().map(ScoredBucket::turn).toList();
  }
}
