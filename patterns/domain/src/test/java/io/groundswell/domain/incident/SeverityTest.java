package io.groundswell.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Importance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityTest {

  @ParameterizedTest
  @CsvSource({
    "5, 2, NORMAL, SEV4",
    "6, 2, NORMAL, SEV3",
    "19, 2, NORMAL, SEV3",
    "20, 2, NORMAL, SEV2",
    "49, 2, NORMAL, SEV2",
    "50, 2, NORMAL, SEV1",
    "500, 2, NORMAL, SEV1",
    "50, 40, NORMAL, SEV3",
    "500, 400, NORMAL, SEV2",
    "5, 2, HIGH, SEV3",
    "20, 2, HIGH, SEV1",
    "5000, 2, HIGH, SEV1",
    "5, 2, LOW, SEV4",
    "20, 2, LOW, SEV3",
    "500, 2, LOW, SEV1",
    "0, 0.001, LOW, SEV4",
  })
  void risesWithSizeReachAndImportance(
      double observed, double expected, Importance importance, Severity severity) {
    assertThat(Severity.of(observed, expected, importance)).isEqualTo(severity);
  }
}
