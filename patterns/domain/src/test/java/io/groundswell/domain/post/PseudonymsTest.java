package io.groundswell.domain.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsTest {
  private static final String KEY = "0b".repeat(Pseudonyms.KEY_BYTES);
  private static final String OTHER = "0c".repeat(Pseudonyms.KEY_BYTES);

  @Test
  void anAuthorIsTheSameUnderTheSameKeyAndAStrangerUnderAnother() {
    long one = Pseudonyms.keyed(KEY).of("x", "alice");
    assertThat(Pseudonyms.keyed(KEY).of("x", "alice")).isEqualTo(one);
    assertThat(Pseudonyms.keyed(OTHER).of("x", "alice")).isNotEqualTo(one);
    assertThat(Pseudonyms.UNKEYED.of("x", "alice")).isNotEqualTo(one);
  }

  @Test
  void authorsOfTwoSourcesAreTwo() {
    Pseudonyms pseudonyms = Pseudonyms.keyed(KEY);
    assertThat(pseudonyms.of("x", "alice")).isNotEqualTo(pseudonyms.of("reddit", "alice"));
    assertThat(pseudonyms.of("ab", "c")).isNotEqualTo(pseudonyms.of("a", "bc"));
  }

  /** The first 64 bits of HMAC-SHA-256 over "x", a zero byte and "alice", by Python's hmac. */
  @Test
  void itIsTheStandardsOwnHash() {
    assertThat(Long.toHexString(Pseudonyms.keyed(KEY).of("x", "alice")))
        .isEqualTo("2201ca4b9fbe53cc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "0b0b", "zz"})
  void whatIsNoKeyIsRefused(String text) {
    assertThat(Pseudonyms.isKey(text)).isFalse();
    assertThatThrownBy(() -> Pseudonyms.keyed(text)).hasMessageContaining("64 hex digits");
  }
}
