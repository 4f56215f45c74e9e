package io.groundswell.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two cursors is later. */
class CursorsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "99, 100, 100",
        "109, 108, 109",
        ", 5, 5",
        "5, , 5",
        ", ,",
        "t1_zz, t1_100, t1_100",
        "\"t3_b,t1_c\", \"t3_a,t1_d\", \"t3_b,t1_d\"",
        "\"t3_b,\", \"t3_a,t1_d\", \"t3_b,t1_d\""
      })
  void theLaterPartOfEach(String one, String other, String later) {
    assertThat(Cursors.later(one, other)).isEqualTo(later);
    assertThat(Cursors.later(other, one)).isEqualTo(later);
  }
}
