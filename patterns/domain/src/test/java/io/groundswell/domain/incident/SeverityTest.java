package io.groundswell.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Importance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({
    "5, 2, false, false, NORMAL, SEV4",
    "6, 2, false, false, NORMAL, SEV4",
    "20, 2, false, false, NORMAL, SEV3",
    "19, 1.9, false, false, NORMAL, SEV3",
    "50, 5, false, false, NORMAL, SEV2",
    "50, 6, false, false, NORMAL, SEV3",
    "500, 50, false, false, NORMAL, SEV2",
    "500, 50, true, false, NORMAL, SEV1",
    "500, 50, false, true, NORMAL, SEV1",
    "20, 2, true, false, NORMAL, SEV2",
    "20, 2, true, true, HIGH, SEV1",
    "20, 2, false, false, HIGH, SEV2",
    "5, 0.1, false, false, HIGH, SEV3",
    "50, 5, false, false, LOW, SEV3",
    "500, 50, false, false, LOW, SEV2",
    "0, 0.001, false, false, LOW, SEV4",
  })
  void hasPointsForSizePeopleSpreadGrowthAndImportance(
      double observed,
      double expected,
      boolean spread,
      boolean grows,
      Importance importance,
      Severity severity) {
    assertThat(Severity.of(observed, expected, spread, grows, importance)).isEqualTo(severity);
  }
}
