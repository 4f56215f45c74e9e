package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintRuleTest {
  @Test
  void aPostDirectedAtTheProductNeedsLessProof() {
    assertThat(ComplaintRule.DEFAULT.isComplaint(.5, true)).isTrue();
    assertThat(ComplaintRule.DEFAULT.isComplaint(.5, false)).isFalse();
    assertThat(ComplaintRule.DEFAULT.isComplaint(.9, false)).isTrue();
    assertThat(ComplaintRule.DEFAULT.isComplaint(.49, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(doubles = {-.1, 1.1, Double.NaN})
  void thresholdsAreProbabilities(double threshold) {
    assertThatThrownBy(() -> new ComplaintRule(.5, threshold))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("open");
  }
}
