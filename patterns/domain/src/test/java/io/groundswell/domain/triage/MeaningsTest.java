package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MeaningsTest {
  private final Meanings meanings = new Meanings();

  @Test
  void languagesShareWhatIsComplainedOf() {
    assertThat(meanings.of("my flight is delayed")).contains("DELAY");
    assertThat(meanings.of("unser Flug hat Verspätung")).contains("DELAY");
  }

  @Test
  void aDeedIsAComplaintWhereItIsDenied() {
    assertThat(meanings.of("the page loads")).isEmpty();
    assertThat(meanings.of("the page does not load")).contains("not FUNCTION");
  }

  @Test
  void thanksAreHeardInEarnestOrNot() {
    assertThat(meanings.thanks("thanks for ruining my day")).isTrue();
    assertThat(meanings.thanks("it is broken")).isFalse();
  }
}
