package io.groundswell.jobs.surge.evaluate.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against printed tables of the exact 95 % interval. */
class PoissonIntervalTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.6889",
    "1, 0.0253, 5.5716",
    "2, 0.2422, 7.2247",
    "5, 1.6235, 11.6683",
    "10, 4.7954, 18.3904",
    "50, 37.1110, 65.9188",
    "100, 81.3640, 121.6270",
  })
  void hasTheEndsOfTheTables(int count, double low, double high) {
    PoissonInterval interval = PoissonInterval.of(count);
    assertThat(interval.low()).isCloseTo(low, within(2e-4));
    assertThat(interval.high()).isCloseTo(high, within(5e-3));
  }

  @Test
  void holdsForCountsWhoseChanceOfNoneIsTooSmallToWrite() {
    PoissonInterval interval = PoissonInterval.of(5_000);
    assertThat(interval.low()).isCloseTo(4862.3, within(1.0));
    assertThat(interval.high()).isCloseTo(5140.5, within(1.0));
  }

  @Test
  void isDividedByTheTimeThatWasWatched() {
    assertThat(PoissonInterval.of(0).per(2).high()).isCloseTo(1.8444, within(1e-4));
  }
}
