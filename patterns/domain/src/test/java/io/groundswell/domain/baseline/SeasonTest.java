package io.groundswell.domain.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.domain.volume.Backlog;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A parent's season, read from its counts and handed to a child. */
class SeasonTest {
  private static final long MONDAY = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();
  private static final int NIGHT = 3;
  private static final int NOON = 12;

  @Test
  void nightsAndWeekendsAreSeen() {
    Season season = weeks(3).season();

    assertThat(season.hours()[NIGHT]).isBetween(.2f, .35f);
    assertThat(season.hours()[NOON]).isBetween(1.1f, 1.4f);
    assertThat(season.days()[NOON]).isBetween(1.05f, 1.25f); // Monday to Friday
    assertThat(season.days()[24 + NOON]).isBetween(.55f, .75f); // Saturday
  }

  @Test
  void anOutageIsNoSeason() {
    HourCounts counts = weeks(3);
    float before = counts.season().hours()[NOON];
    long day = MONDAY + 21 * Clock.DAY;
    for (int hour = 0; hour < 24; hour++) {
      counts.add(day + hour * Clock.HOUR, hour == NOON ? 1_000_000 : hour < 6 ? 12 : 60);
    }
    counts.endDay(day);

    assertThat((double) counts.season().hours()[NOON]).isCloseTo(before, within(.2));
  }

  @Test
  void aDayInWhichNobodyIsHeardTellsNothing() {
    HourCounts counts = weeks(3);
    Season before = counts.season();
    for (int day = 21; day < 50; day++) {
      counts.endDay(MONDAY + day * Clock.DAY);
    }

    assertThat(counts.season().hours()).isEqualTo(before.hours());
    assertThat(counts.season().days()).isEqualTo(before.days());
  }

  @Test
  void twoDaysTellNoSeason() {
    HourCounts counts = new HourCounts();
    for (int day = 0; day < 3; day++) {
      assertThat(counts.tellsSeason()).isFalse();
      counts.add(MONDAY + day * Clock.DAY, 5);
      counts.endDay(MONDAY + day * Clock.DAY);
    }
    assertThat(counts.tellsSeason()).isTrue();
  }

  @Test
  void hoursBeforeTheFirstHaveNotPassed() {
    HourCounts counts = new HourCounts();
    counts.add(MONDAY + NOON * Clock.HOUR, 5);
    counts.endDay(MONDAY);

    assertThat(counts.passed[NOON - 1]).isZero();
    assertThat(counts.passed[NOON]).isEqualTo(1);
    assertThat(counts.passed[NOON + 1]).isEqualTo(1);
  }

  @Test
  void aChildExpectsWhatItsParentsSeasonSays() {
    Season season = weeks(3).season();
    Baseline with = Baseline.afterSilence(10_080);
    Baseline without = Baseline.afterSilence(10_080);
    season.handTo(with);
    Scorer scorer = new Scorer(60_000);
    long noon = MONDAY + 28 * Clock.DAY + NOON * Clock.HOUR + 30 * Clock.MINUTE;

    double flat = expected(scorer, without, noon);
    double seasonal = expected(scorer, with, noon);

    double factor = season.hours()[NOON] * season.days()[NOON];
    assertThat(seasonal).isCloseTo(flat * factor, within(.15 * flat));
    assertThat(expected(scorer, with, noon - 9 * Clock.HOUR)).isLessThan(flat / 2);
  }

  private static double expected(Scorer scorer, Baseline baseline, long start) {
    scorer.weigh(baseline, start, 0, 0, Backlog.NONE);
    return scorer.mean();
  }

  /** 60 complaints an hour by day, 12 by night, and half of that at weekends. */
  private static HourCounts weeks(int weeks) {
    HourCounts counts = new HourCounts();
    for (int day = 0; day < 7 * weeks; day++) {
      long start = MONDAY + day * Clock.DAY;
      for (int hour = 0; hour < 24; hour++) {
        int usual = hour < 6 ? 12 : 60;
        counts.add(start + hour * Clock.HOUR, day % 7 < 5 ? usual : usual / 2);
      }
      counts.endDay(start);
    }
    return counts;
  }
}
