package io.groundswell.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorksAgainTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok it's back up, thanks @acme",
        "My card works again!",
        "Acme is back online here in Leeds",
        "Geht wieder, danke",
        "Karte funktioniert wieder",
        "ya funciona, gracias",
        "Ça remarche chez moi",
        "voltou a funcionar aqui",
        "復旧したみたい",
      })
  void somebodySaysSo(String text) {
    assertThat(WorksAgain.says(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "is it back up?",
        "still not back online",
        "it isn't back up yet",
        "will be happy when it works again, hopefully soon",
        "geht immer noch nicht wieder",
        "todavía no funciona de nuevo",
        "ne remarche pas",
        "went back upstairs",
        "card declined again",
        "まだ復旧していない",
      })
  void nobodySaysSo(String text) {
    assertThat(WorksAgain.says(text)).isFalse();
  }
}
