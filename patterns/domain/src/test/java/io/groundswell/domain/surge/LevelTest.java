package io.groundswell.domain.surge;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelTest {

  @Property(tries = 200)
  void aBucketWithoutComplaintsIsCalmWhateverTheEvidence(
      @ForAll @DoubleRange(min = -1000, max = 1000) double evidence,
      @ForAll @DoubleRange(min = 1, max = 30) double threshold) {
    assertThat(Level.of(0, evidence, threshold)).isEqualTo(Level.CALM);
  }

  @ParameterizedTest
  @CsvSource({
    "14.29, 14.3, ELEVATED",
    "14.3, 14.3, EXTREME",
    "140, 14.3, EXTREME",
    "12.31, 14.3, ELEVATED",
    "12.29, 14.3, CALM",
    // Sparse subjects rest at high evidence: below 9 nothing is elevated.
    "9, 10, ELEVATED",
    "8.99, 10, CALM",
    "8.99, 9, CALM",
    "9, 9, EXTREME",
    "8, 7.5, EXTREME",
    "7, 7.5, CALM",
  })
  void oneComplaintIsMeasuredAgainstTheThreshold(
      double evidence, double threshold, Level expected) {
    assertThat(Level.of(1, evidence, threshold)).isEqualTo(expected);
  }

  @Test
  void learningIsOnGuardFromWhereABucketIsElevated() {
    assertThat(Level.guard(14.3)).isEqualTo(12.3);
    assertThat(Level.guard(10)).isEqualTo(9);
  }

  @Test
  void filesNameTheLevels() {
    assertThat(Level.values())
        .extracting(Level::label)
        .containsExactly("calm", "elevated", "extreme");
  }
}
