package io.groundswell.feeds.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.feeds.Mistake;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Keys are read from the environment and seen nowhere else. */
class KeysTest {
  @Test
  void spacesAroundAKeyAreNoPartOfIt() {
    assertThat(new Keys(Map.of("KEY", " abc\n")).get("KEY", "get one")).isEqualTo("abc");
  }

  @Test
  void noneIsSaidWithWhereToGetIt() {
    assertThatThrownBy(() -> new Keys(Map.of("KEY", " ")).get("KEY", "get one"))
        .isInstanceOf(Mistake.class)
        .hasMessage("KEY is not set in the environment; get one");
  }

  @Test
  void oneThatNoHeaderTakesIsNotTold() {
    assertThatThrownBy(() -> new Keys(Map.of("KEY", "a\nb\u00e9")).get("KEY", "get one"))
        .hasMessage("KEY holds a character that no key has; copy it anew");
  }

  @Test
  void whateverAServerEchoesIsMasked() {
    Keys keys = new Keys(Map.of("KEY", "abc123"));
    keys.get("KEY", "get one");
    assertThat(keys.mask("no such token: abc123!")).isEqualTo("no such token: ***!");
  }
}
