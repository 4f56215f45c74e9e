package io.groundswell.jobs.surge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoissonIntervalTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 3.689",
    "1, 0.0253, 5.572",
    "3, 0.6187, 8.7673",
    "10, 4.795, 18.39",
    "100, 81.36, 121.63"
  })
  void agreesWithPrintedTables(long count, double low, double high) {
    PoissonInterval interval = PoissonInterval.of(count);

    assertThat(interval.low()).isEqualTo(low, within(0.005 * low + 1e-9));
    assertThat(interval.high()).isEqualTo(high, within(0.0005 * high));
  }

  @ParameterizedTest
  @CsvSource({"2000, 1913.3, 2089.6"})
  void holdsForLargeCounts(long count, double low, double high) {
    assertThat(PoissonInterval.of(count).low()).isEqualTo(low, within(0.5));
    assertThat(PoissonInterval.of(count).high()).isEqualTo(high, within(0.5));
  }
}
