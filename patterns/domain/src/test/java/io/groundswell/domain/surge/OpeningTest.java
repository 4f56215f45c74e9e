package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.RULES;
import static io.groundswell.domain.surge.Story.given;
import static io.groundswell.domain.surge.Story.only;
import static io.groundswell.domain.surge.Story.startOf;
import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static io.groundswell.domain.surge.Stretch.exactly;
import static io.groundswell.domain.surge.Stretch.hours;
import static io.groundswell.domain.surge.Stretch.silence;
import static io.groundswell.domain.surge.Stretch.surge;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.PatternId;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a surge opens an incident, and from when it dates. */
class OpeningTest {
  private static final int START = days(3);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void twentyTimesTheNormalOpensInItsFirstMinute(long seed) {
    Story story = given(RULES, 4, seed, calm(2, START), surge(40, 10));

    assertThat(story.turns())
        .singleElement()
        .satisfies(
            opening -> {
              assertThat(opening.turn()).isEqualTo(Turn.OPENS);
              assertThat(opening.start()).isEqualTo(startOf(START));
              assertThat(opening.level()).isEqualTo(Level.EXTREME);
              assertThat(opening.evidence()).isGreaterThan(opening.threshold());
              assertThat(opening.surge().onset()).isEqualTo(startOf(START));
              assertThat(opening.surge().observed()).isEqualTo(opening.observed());
              assertThat(opening.surge().posts()).isEqualTo(2 * opening.observed());
              assertThat(opening.surge().expected()).isEqualTo(opening.expected());
            });
  }

  @ParameterizedTest
  @CsvSource({"0.5, 5, 15", "2, 3, 15", "2, 5, 5", "10, 3, 5", "10, 5, 2", "10, 10, 1"})
  void itOpensWithinTwiceTheMinutesThatTheStudyNeeded(double normal, int times, int minutes) {
    int start = days(14);
    for (long seed = 1; seed <= 5; seed++) {
      Story story = given(RULES, 4, seed, calm(normal, start), surge(normal * times, hours(1)));

      ScoredBucket opening = story.first(Turn.OPENS);
      assertThat(opening.end()).isBetween(startOf(start + 1), startOf(start + 2 * minutes));
      assertThat(opening.surge().onset()).isBetween(startOf(start - 20), startOf(start + 10));
    }
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void everyFirstCrossingOpensInThatVeryBucket(
      @ForAll long seed,
      @ForAll @DoubleRange(min = .05, max = 3) double normal,
      @ForAll @DoubleRange(min = 2, max = 30) double times,
      @ForAll @IntRange(min = 1, max = 30) int minAuthors) {
    Story story = given(RULES, minAuthors, seed, calm(normal, days(1)), surge(normal * times, 60));

    boolean open = false;
    for (ScoredBucket bucket : story.buckets()) {
      if (!open) {
        boolean crosses =
            bucket.level() == Level.EXTREME && bucket.surge().observed() >= minAuthors;
        assertThat(bucket.turn() == Turn.OPENS || bucket.turn() == Turn.REOPENS)
            .as("%s", bucket)
            .isEqualTo(crosses);
      }
      open = open ? bucket.turn() != Turn.RESOLVES : bucket.turn() != Turn.NONE;
    }
  }

  @Property(tries = 40)
  void calmBeforeIsSuddenAndElevatedBeforeIsSustained(
      @ForAll long seed,
      @ForAll @DoubleRange(min = .3, max = 3) double normal,
      @ForAll @DoubleRange(min = 8, max = 30) double times) {
    Stretch[] life = {calm(normal, days(2)), surge(normal * times, 120)};
    Story all = given(RULES, 1, seed, life);
    ScoredBucket opening = all.first(Turn.OPENS);
    int minute = (int) ((opening.start() - Story.MONDAY) / Story.MINUTE);
    boolean calmBefore = minute == 0 || all.at(minute - 1).level() == Level.CALM;

    Turn sudden = given(only(PatternId.SUDDEN), 1, seed, life).at(minute).turn();
    Turn sustained = given(only(PatternId.SUSTAINED), 1, seed, life).at(minute).turn();

    assertThat(sudden).isEqualTo(calmBefore ? Turn.OPENS : Turn.NONE);
    assertThat(sustained).isEqualTo(calmBefore ? Turn.NONE : Turn.OPENS);
  }

  @Test
  void aSlowSurgeIsElevatedBeforeItOpens() {
    Story story = given(calm(2, START), surge(6, 30));

    ScoredBucket opening = story.first(Turn.OPENS);
    int minute = (int) ((opening.start() - Story.MONDAY) / Story.MINUTE);
    assertThat(minute).isGreaterThan(START);
    assertThat(story.at(minute - 1).level()).isEqualTo(Level.ELEVATED);
    assertThat(story.shown()).contains(story.at(minute - 1), opening);
  }

  @Test
  void fewerAuthorsThanThePolicyWantsOpenNothing() {
    Story story = given(RULES, 40, 1, silence(days(1)), exactly(13, 3), silence(hours(6)));

    assertThat(story.buckets()).anyMatch(bucket -> bucket.level() == Level.EXTREME);
    assertThat(story.turns()).isEmpty();
  }

  @Test
  void oneAuthorMoreOpensIt() {
    Story story = given(RULES, 40, 1, silence(days(1)), exactly(13, 3), exactly(1, 1));

    assertThat(story.turns())
        .singleElement()
        .satisfies(
            opening -> {
              assertThat(opening.turn()).isEqualTo(Turn.OPENS);
              assertThat(opening.end()).isEqualTo(startOf(days(1) + 4));
              assertThat(opening.surge().onset()).isEqualTo(startOf(days(1)));
              assertThat(opening.surge().observed()).isEqualTo(40);
            });
  }

  @Test
  void onceOpenTheEvidenceRestarts() {
    Story story = given(calm(2, START), exactly(40, 1));
    assertThat(story.last().turn()).isEqualTo(Turn.OPENS);
    assertThat(story.watch().baseline.statistics).containsOnly(0);

    story.then(exactly(2, 1));

    assertThat(story.last().evidence()).isLessThan(9);
    assertThat(story.last().level()).isEqualTo(Level.CALM);
    assertThat(story.last().turn()).isEqualTo(Turn.NONE);
    assertThat(story.last().surge().observed()).isEqualTo(42);
  }

  @Test
  void withNeitherOpeningPatternNothingOpens() {
    Story story =
        given(
            Story.without(PatternId.SUDDEN, PatternId.SUSTAINED),
            4,
            1,
            calm(2, START),
            surge(40, 60),
            calm(2, hours(3)));

    assertThat(story.buckets()).anyMatch(bucket -> bucket.level() == Level.EXTREME);
    assertThat(story.turns()).isEmpty();
  }

  @Test
  void thresholdsAreThoseOfTheDay() {
    Shares doubling = day -> 1 << Math.floorMod(day, 7);
    Story story = given(RULES, doubling, 1_000_000, 1, calm(2, days(3)));

    for (int minute : List.of(0, 1439, 1440, 2879, 2880)) {
      ScoredBucket bucket = story.at(minute);
      int day = Math.toIntExact(bucket.start() / 86_400_000);
      assertThat(bucket.watched()).isEqualTo(doubling.watchedOn(day));
      double margin = minute < 1440 ? Math.log(10) : 0; // the first day
      assertThat(bucket.threshold()).isEqualTo(Budget.threshold(bucket.watched(), 1) + margin);
    }
    assertThat(story.at(1440).watched()).isEqualTo(2 * story.at(1439).watched());
  }

  @Test
  void theBucketBeforeMidnightKeepsTheThresholdOfItsDay() {
    Shares doubling = day -> 1 << Math.floorMod(day, 7);
    Story story = given(RULES, doubling, 4, 1, calm(2, days(2)), exactly(60, 1));

    assertThat(story.shown())
        .extracting(ScoredBucket::threshold)
        .containsExactly(story.at(days(2) - 1).threshold(), story.at(days(2)).threshold());
    assertThat(story.shown())
        .extracting(ScoredBucket::watched)
        .containsExactly(story.at(days(2) - 1).watched(), 2 * story.at(days(2) - 1).watched());
  }
}
