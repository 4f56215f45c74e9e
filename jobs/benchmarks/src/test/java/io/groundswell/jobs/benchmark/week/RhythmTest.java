package io.groundswell.jobs.benchmark.week;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Every day brings the same posts, most of them in the afternoon. */
class RhythmTest {
  private static final long HOUR = 3_600_000;

  private final Rhythm rhythm = new Rhythm(10);

  @Test
  void aDayHasTheMeanRateAndDaysAreAlike() {
    assertThat(rhythm.until(0)).isZero();
    assertThat(rhythm.until(24 * HOUR)).isEqualTo(864_000);
    assertThat(rhythm.until(7 * 24 * HOUR)).isEqualTo(7 * 864_000);
    assertThat(ofHour(15)).isEqualTo(ofHour(24 + 15));
  }

  @Test
  void theAfternoonIsFourTimesAsBusyAsTheNight() {
    assertThat((double) ofHour(15) / ofHour(3)).isBetween(3.8, 4.0);
    for (int hour = 0; hour < 24; hour++) {
      assertThat(ofHour(hour)).isBetween(ofHour(3) - 300, ofHour(15) + 300);
    }
  }

  private long ofHour(int hour) {
    return rhythm.until((hour + 1) * HOUR) - rhythm.until(hour * HOUR);
  }
}
