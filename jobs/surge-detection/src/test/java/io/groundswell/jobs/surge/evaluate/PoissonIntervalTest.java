package io.groundswell.jobs.surge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.689",
    "1, 0.0253, 5.5716",
    "2, 0.2422, 7.2247",
    "3, 0.6187, 8.7673",
    "5, 1.6235, 11.6683",
    "10, 4.7954, 18.3904",
    "50, 37.1110, 65.9188",
    "100, 81.3640, 121.6270"
  })
  void agreesWithPrintedTables(long count, double low, double high) {
    PoissonInterval interval = PoissonInterval.of(count);

    assertThat(interval.low()).isEqualTo(low, within(2e-4));
    assertThat(interval.high()).isEqualTo(high, within(5e-3));
  }

  @ParameterizedTest
  @CsvSource({"2000, 1913.3, 2089.6", "5000, 4862.3, 5140.5"})
  void holdsForCountsWhoseChanceOfNoneIsTooSmallToWrite(long count, double low, double high) {
    assertThat(PoissonInterval.of(count).low()).isEqualTo(low, within(0.5));
    assertThat(PoissonInterval.of(count).high()).isEqualTo(high, within(0.5));
  }

  @Test
  void isDividedByTheTimeThatWasWatched() {
    assertThat(PoissonInterval.of(0).over(2).high()).isEqualTo(1.8444, within(1e-4));
  }
}
