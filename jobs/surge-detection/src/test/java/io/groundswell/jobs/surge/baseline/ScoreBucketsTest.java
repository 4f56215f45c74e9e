package io.groundswell.jobs.surge.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Buckets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScoreBucketsTest {
  private static final int DAY = 24 * 60;

  private final List<Scoring> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (Scoring scoring : opened) {
      scoring.close();
    }
  }

  @Test
  void aCalmSubjectCostsNothingWhileItIsSilent() throws Exception {
    Scoring scoring = heap().count("firefox", 0, 1).closeUntil(1);
    assertThat(scoring.timers()).isZero();

    scoring.count("firefox", 300, 1).closeUntil(301);
    assertThat(scoring.volumes()).extracting(ScoredBucket::level).containsOnly(Level.CALM);
    assertThat(scoring.volumes()).hasSize(2);
    assertThat(scoring.events()).isEmpty();
    assertThat(scoring.timers()).isZero();
  }

  @Test
  void aSurgeIsShownWithTheCalmBucketBeforeItAndWatchedUntilItIsOver() throws Exception {
    Scoring scoring = heap();
    quietDays(scoring, 2);
    scoring.count("firefox", 2 * DAY, 40).closeUntil(2 * DAY + 1);

    assertThat(scoring.events())
        .extracting(ScoredBucket::level)
        .containsExactly(Level.CALM, Level.EXTREME);
    assertThat(scoring.events())
        .extracting(ScoredBucket::turn)
        .containsExactly(Turn.NONE, Turn.OPENS);
    assertThat(scoring.unusual()).isEqualTo(scoring.events().subList(1, 2));
    assertThat(scoring.timers()).isPositive();

    for (int minute = 2 * DAY + 1; minute < 3 * DAY; minute++) {
      scoring.closeUntil(minute + 1);
    }
    assertThat(scoring.events()).last().extracting(ScoredBucket::turn).isEqualTo(Turn.RESOLVES);
    assertThat(scoring.timers()).isZero();
  }

  @Test
  void whatIsShownCarriesTheLastMomentOfTheBucketJustClosed() throws Exception {
    Scoring scoring = heap().count("firefox", 0, 1);
    scoring.closeUntil(1);
    scoring.count("firefox", 55, 90).closeUntil(56);

    assertThat(scoring.events())
        .last()
        .extracting(ScoredBucket::end)
        .isEqualTo(Scoring.START + 56 * Scoring.MINUTE);
  }

  @Test
  void aBacklogIsInTheTotalsAndChangesNoScore() throws Exception {
    Scoring without = heap().count("firefox", 0, 1).count("firefox", 40, 3).closeUntil(41);
    Scoring with = heap().count("firefox", 0, 1).late("firefox", 30, 500);
    with.count("firefox", 40, 3).closeUntil(41);

    assertThat(with.events()).isEqualTo(without.events());
    assertThat(with.volumes()).hasSize(3).containsAll(without.volumes());
    assertThat(with.volumes().get(1))
        .extracting(ScoredBucket::observed, ScoredBucket::posts, ScoredBucket::level)
        .containsExactly(0, 500, Level.CALM);
  }

  @Test
  void aSubjectThatBeginsWithABacklogIsWatchedFromItsFirstComplaintInTime() throws Exception {
    Scoring without = heap().count("firefox", 40, 9).closeUntil(41);
    Scoring with = heap().late("firefox", 30, 500).count("firefox", 40, 9).closeUntil(41);

    assertThat(with.events()).isEqualTo(without.events());
    assertThat(with.volumes()).extracting(ScoredBucket::posts).containsExactly(500, 9);
    assertThat(with.volumes()).endsWith(without.volumes().get(0));
  }

  @Test
  void theThresholdIsThatOfTheDay() throws Exception {
    int today = Buckets.day(Scoring.START);
    Scoring scoring = heap().share(today + 1, 3).count("firefox", 0, 1).closeUntil(1);
    scoring.count("firefox", DAY - 1, 1).closeUntil(DAY);
    scoring.count("firefox", DAY, 1).count("firefox", 2 * DAY, 1).closeUntil(2 * DAY + 1);

    assertThat(scoring.volumes()).extracting(ScoredBucket::watched).containsExactly(10, 10, 3, 10);
    assertThat(scoring.volumes())
        .extracting(ScoredBucket::threshold)
        .containsExactly(
            Budget.threshold(10, 1) + Math.log(10),
            Budget.threshold(10, 1) + Math.log(10),
            Budget.threshold(3, 1),
            Budget.threshold(10, 1));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 700, 2 * DAY, 2 * DAY + 3, 2 * DAY + 30})
  void aRestartInTheMiddleChangesNothing(int minute) throws Exception {
    Scoring whole = heap();
    Scoring broken = heap();
    tellStory(whole, Integer.MAX_VALUE);
    tellStory(broken, minute);

    assertSame(broken, whole);
  }

  @Test
  void bothStateBackendsGiveTheSame() throws Exception {
    Scoring heap = heap();
    Scoring rocks = open(Scoring.on(new EmbeddedRocksDBStateBackend()));
    tellStory(heap, Integer.MAX_VALUE);
    tellStory(rocks, 2 * DAY + 3);

    assertSame(rocks, heap);
  }

  @Test
  void theEndOfTheInputInventsNoSilence() throws Exception {
    Scoring scoring = heap();
    quietDays(scoring, 2);
    scoring.count("firefox", 2 * DAY, 40).closeUntil(2 * DAY + 1);
    List<ScoredBucket> before = scoring.events();
    scoring.end();

    assertThat(scoring.events()).isEqualTo(before);
    assertThat(scoring.timers()).isZero();
  }

  @Test
  void theEndOfTheInputStillScoresWhatWasCounted() throws Exception {
    Scoring scoring = heap().count("firefox", 0, 2).count("firefox", 3, 1).end();

    assertThat(scoring.volumes()).extracting(ScoredBucket::observed).containsExactly(2, 1);
  }

  /** Bit for bit; compared in one go, since these lists are long. */
  private static void assertSame(Scoring scoring, Scoring expected) {
    assertThat(scoring.events()).hasSizeGreaterThan(10);
    assertThat(scoring.events().equals(expected.events())).as("events are the same").isTrue();
    assertThat(scoring.volumes().equals(expected.volumes())).as("volumes are the same").isTrue();
  }

  /** Two subjects, two quiet days, and a surge of one that ends; 40 minutes of it are told. */
  private static void tellStory(Scoring scoring, int restartAt) throws Exception {
    Random random = new Random(1);
    for (int minute = 0; minute < 2 * DAY + 120; minute++) {
      if (minute == restartAt) {
        scoring.restart();
      }
      if (random.nextInt(20) == 0) {
        scoring.count("sync", minute, 1 + random.nextInt(2));
      }
      if (minute >= 2 * DAY && minute < 2 * DAY + 40) {
        scoring.count("firefox", minute, 5 + random.nextInt(10));
      } else if (random.nextInt(10) == 0) {
        scoring.count("firefox", minute, 1);
      }
      scoring.closeUntil(minute + 1);
    }
  }

  private static void quietDays(Scoring scoring, int days) throws Exception {
    for (int minute = 0; minute < days * DAY; minute += 20) {
      scoring.count("firefox", minute, 1).closeUntil(minute + 1);
    }
  }

  private Scoring heap() throws Exception {
    return open(Scoring.onHeap());
  }

  private Scoring open(Scoring scoring) {
    opened.add(scoring);
    return scoring;
  }
}
