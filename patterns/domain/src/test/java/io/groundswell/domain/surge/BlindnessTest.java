package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Seen.DAY;
import static io.groundswell.domain.surge.Story.startOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.domain.volume.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be seen is neither learnt nor taken for calm. */
class BlindnessTest {
  private static final int SEEDS = 20;
  private static final int WEEK = 7 * DAY;

  @ParameterizedTest
  @ValueSource(doubles = {.05, .5, 5, 50})
  void theReturnOfTheOnlySourceAfterAnHourOpensNothing(double perMinute) {
    int declared = declaredAfter(perMinute);
    for (int seed = 0; seed < SEEDS; seed++) {
      Seen story =
          new Seen(seed, perMinute).both(perMinute, 0, WEEK).forumBlind(0, declared, declared + 60);
      int back = story.now();

      assertThat(story.both(perMinute, 0, DAY).turnsSince(back)).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {.05, .5, 5, 50})
  void theReturnAfterTwoMonthsOpensNothingAlthoughThereIsHalfAsMuchMore(double perMinute) {
    int declared = declaredAfter(perMinute);
    for (int seed = 0; seed < SEEDS; seed++) {
      Seen story =
          new Seen(seed, perMinute).both(perMinute, 0, WEEK).forumBlind(0, declared, 60 * DAY);
      int back = story.now();

      assertThat(story.both(1.5 * perMinute, 0, DAY).turnsSince(back)).isEmpty();
    }
  }

  /** Minutes until a feed that brings twice as many posts as complaints is blind. */
  private static int declaredAfter(double perMinute) {
    return (int) Math.max(10, 10 / perMinute);
  }

  @Test
  void whatWasKnownIsTakenUpAfterAnHour() {
    Seen story = new Seen(1).both(5, 0, WEEK);
    double before = story.since(story.now() - 1).get(0).expected();

    story.forumBlind(0, 10, 90).both(5, 0, 1);

    assertThat(story.since(story.now() - 1).get(0).expected()).isCloseTo(before, within(1.0));
  }

  @Test
  void anOpenIncidentOutlastsTheBlindnessAndEndsAfterIt() {
    Seen story = new Seen(2).both(2, 0, WEEK).both(20, 0, 20);
    assertThat(story.watch().open).isTrue();

    story.forumBlind(0, 10, 3 * DAY);
    assertThat(story.watch().open).isTrue();

    int back = story.now();
    assertThat(story.both(2, 0, 240).turnsSince(back)).containsExactly(Turn.RESOLVES);
    long calm = story.since(back).stream().takeWhile(b -> b.turn() == Turn.NONE).count();
    assertThat(calm).isGreaterThanOrEqualTo(15);
  }

  @Test
  void aSurgeOfTheOtherSourceIsStillSeen() {
    Seen story = new Seen(3).both(4, 2, WEEK).forumBlind(2, 10, 120);
    assertThat(story.turnsSince(WEEK)).isEmpty();

    // Blind again: twelve a minute are twice what both bring, and six times what is left.
    int from = story.both(4, 2, 60).now();
    story.forumBlind(2, 10, 60);
    assertThat(story.turnsSince(from)).isEmpty();
    Seen surging = new Seen(3).both(4, 2, WEEK);
    surging.forumBlind(12, 10, 40);

    assertThat(surging.turnsSince(WEEK)).contains(Turn.OPENS);
  }

  @Test
  void whatIsLeftIsWeighedAgainstWhatIsLeft() {
    Seen story = new Seen(4).both(4, 2, WEEK).forumBlind(2, 10, 60);

    ScoredBucket last = story.since(story.now() - 1).get(0);

    assertThat(last.expected()).isCloseTo(2, within(.5));
  }

  @Test
  void postsOfADeadPartitionThatOthersBringAreNoSurge() {
    Seen story = new Seen(5).both(4, 2, WEEK);
    double before = story.since(story.now() - 1).get(0).expected();

    story.partitionBlind(.4, 6, DAY);

    assertThat(story.turnsSince(WEEK)).isEmpty();
    assertThat(story.since(story.now() - 1).get(0).expected()).isCloseTo(before, within(1.5));
  }

  @Test
  void aSmallSourceChangesNothing() {
    Seen blind = new Seen(6).both(.2, 4, WEEK).forumBlind(4, 10, DAY).both(.2, 4, 60);
    Seen never = new Seen(6).both(.2, 4, WEEK).both(0, 4, DAY).both(.2, 4, 60);

    assertThat(blind.since(WEEK)).isEqualTo(never.since(WEEK));
  }

  @Test
  void whoBeganMeanwhileBeginsAnewWhenTheSourceComesBack() {
    BlindSpan span = new BlindSpan("forum", false, startOf(0), startOf(10), startOf(100), .6);
    Blindness blindness = Blindness.of(List.of(span));
    assertThat(blindness.knownSince(startOf(-9), startOf(50))).isEqualTo(startOf(10));
    Watching watching = new Watching(Story.RULES);
    Watch watch = watching.begin(startOf(10), startOf(50), 1, null);

    for (int minute = 50; minute <= 100; minute++) {
      Volume volume = new Volume("firefox", startOf(minute), 1, 1);
      watching.score(watch, volume, Demand.of(4), Story.SHARES, blindness, Easings.NONE);
    }

    assertThat(watch.baseline.began).isEqualTo(startOf(100));
  }

  @Test
  void aLongBlindnessIsNoSilence() {
    BlindSpan span = new BlindSpan("forum", false, 0, startOf(10), startOf(9000), 1);
    Blindness blindness = Blindness.of(List.of(span));

    assertThat(blindness.knownSince(startOf(0), startOf(9500))).isEqualTo(startOf(9000));
    assertThat(Blindness.NONE.knownSince(startOf(0), startOf(9500))).isEqualTo(startOf(0));
  }
}
