package io.groundswell.domain.post;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
  @ParameterizedTest
  @CsvSource({
    "Café ＡＰＰ, cafe app",
    "d\u200Bow\u00ADn, down",
    "ca\u2060n\u200D\u2019t lo\uFEFFgin, can't login",
    "한국, 한국",
    "\uD83D\uDC69\u200D\uD83D\uDCBB at work, \uD83D\uDC69\u200D\uD83D\uDCBB at work"
  })
  void whatLooksTheSameIsTheSame(String text, String folded) {
    assertThat(Folding.fold(text)).isEqualTo(folded);
  }
}
