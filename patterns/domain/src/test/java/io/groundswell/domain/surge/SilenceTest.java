package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.startOf;
import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static io.groundswell.domain.surge.Stretch.silence;
import static io.groundswell.domain.surge.Stretch.surge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groundswell.domain.volume.Origin;
import io.groundswell.domain.volume.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Silence costs nothing while it lasts, and changes no bit of what comes after. */
class SilenceTest {
  private static final Shares GROWING = day -> 1 + Math.floorMod(day, 7) * 40;

  private final Watching watching = new Watching(Story.RULES);

  @Property(tries = 40)
  void catchingUpEqualsScoringEverySilentBucket(@ForAll long seed) {
    List<Integer> counts = life(seed);

    Told everyMinute = tell(counts, minute -> true);
    Told whenSomethingHappens = tell(counts, minute -> false);

    assertThat(whenSomethingHappens.events).isEqualTo(everyMinute.events);
    assertThat(whenSomethingHappens.watch).usingRecursiveComparison().isEqualTo(everyMinute.watch);
  }

  @Property(tries = 40)
  void whereTheSilenceIsCutNeverMatters(@ForAll long seed, @ForAll long cuts) {
    List<Integer> counts = life(seed);
    SplittableRandom random = new SplittableRandom(cuts);

    Told inOneGo = tell(counts, minute -> false);
    Told inPieces = tell(counts, minute -> random.nextInt(20) == 0);

    assertThat(inPieces.events).isEqualTo(inOneGo.events);
    assertThat(inPieces.watch).usingRecursiveComparison().isEqualTo(inOneGo.watch);
  }

  @Test
  void aBucketIsNeverScoredAgain() {
    Watch watch = watching.begin(startOf(0), 1);
    watching.score(watch, new Volume("firefox", startOf(7), 1, 1), 4, GROWING);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> watching.score(watch, new Volume("firefox", startOf(7), 1, 1), 4, GROWING));
  }

  @Property(tries = 20)
  void aLongSilenceMayBeMadeUpForInTwoSteps(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9999) int stop) {
    Watch atOnce = afterACalmDay(seed);
    Watch inTwoSteps = afterACalmDay(seed);
    Volume complaint = new Volume("firefox", startOf(11_440), 1, 1);

    Scored straight = watching.score(atOnce, complaint, 4, GROWING);
    watching.score(inTwoSteps, Volume.none("firefox", startOf(1440 + stop)), 4, GROWING);
    Scored stopped = watching.score(inTwoSteps, complaint, 4, GROWING);

    assertThat(stopped).isEqualTo(straight);
    assertThat(inTwoSteps).usingRecursiveComparison().isEqualTo(atOnce);
  }

  @Property(tries = 20)
  void whereTheSilenceIsCutNeverMattersWhileFeedsAreBlind(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9999) int stop) {
    Blindness blindness =
        Blindness.of(
            List.of(
                span("forum", 1300, 1460, 1440 + stop / 2),
                span("forum", 4000, 4400, 9100),
                span("x", 1400, 1500, 2000 + stop)));
    Watch atOnce = afterACalmDayInSight(seed);
    Watch inTwoSteps = afterACalmDayInSight(seed);
    Volume complaint = new Volume("firefox", startOf(11_440), 1, 1);

    Scored straight =
        watching.score(atOnce, complaint, Demand.of(4), GROWING, blindness, Easings.NONE);
    Volume none = Volume.none("firefox", startOf(1440 + stop));
    watching.score(inTwoSteps, none, Demand.of(4), GROWING, blindness, Easings.NONE);
    Scored stopped =
        watching.score(inTwoSteps, complaint, Demand.of(4), GROWING, blindness, Easings.NONE);

    assertThat(stopped).isEqualTo(straight);
    assertThat(inTwoSteps).usingRecursiveComparison().isEqualTo(atOnce);
  }

  private static BlindSpan span(String feed, int silent, int from, int until) {
    return new BlindSpan(feed, false, startOf(silent), startOf(from), startOf(until), .5);
  }

  private Watch afterACalmDayInSight(long seed) {
    Watch watch = afterACalmDay(seed);
    watch.sources = new int[] {Origin.hash("forum"), Origin.hash("x")};
    watch.carried = new double[] {60, 40};
    return watch;
  }

  @Test
  void theNextBucketIsTheOneAfterTheLastScored() {
    Watch watch = watching.begin(startOf(0), 1);
    watching.score(watch, new Volume("firefox", startOf(0), 1, 1), 4, GROWING);
    assertThat(watch.next).isEqualTo(startOf(1));

    watching.score(watch, new Volume("firefox", startOf(500), 2, 3), 4, GROWING);

    assertThat(watch.next).isEqualTo(startOf(501));
    assertThat(watch.lastObserved).isEqualTo(2);
    assertThat(watch.lastPosts).isEqualTo(3);
  }

  @Test
  void complaintsWithinTheNormalAreShownToNoPattern() {
    Story story = Story.given(calm(2, days(3)));

    assertThat(story.shown()).isEmpty();
    assertThat(story.told()).noneMatch(Scored::awake);
  }

  private Watch afterACalmDay(long seed) {
    return Story.given(Story.RULES, 4, seed, calm(.5, days(1))).watch();
  }

  /** Scores what holds complaints, what an awake subject wants scored, and what is chosen. */
  private Told tell(List<Integer> counts, Predicate<Integer> chosen) {
    Watch watch = watching.begin(startOf(0), 1);
    List<ScoredBucket> events = new ArrayList<>();
    boolean awake = true;
    for (int minute = 0; minute < counts.size(); minute++) {
      int count = counts.get(minute);
      boolean wanted = chosen.test(minute) || awake || minute == counts.size() - 1;
      if (count > 0 || wanted) {
        Volume volume = new Volume("firefox", startOf(minute), count, count);
        Scored scored = watching.score(watch, volume, 3, GROWING);
        events.addAll(scored.events());
        awake = scored.awake();
      }
    }
    return new Told(watch, events);
  }

  /** Calm, silent and surging stretches, in any order. */
  private static List<Integer> life(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      Stretch stretch =
          switch (random.nextInt(4)) {
            case 0 -> silence(random.nextInt(1, 600));
            case 1 -> surge(random.nextDouble(.2, 8), random.nextInt(1, 60));
            default -> calm(random.nextDouble(0, .3), random.nextInt(1, 400));
          };
      for (int minute = 0; minute < stretch.minutes(); minute++) {
        counts.add(stretch.draw(random));
      }
    }
    return counts;
  }

  private record Told(Watch watch, List<ScoredBucket> events) {}
}
