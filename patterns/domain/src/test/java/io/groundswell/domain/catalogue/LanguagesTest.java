package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "de-AT | the card is declined again | de",
        "EN    | die karte geht nicht | en",
        "und   | die karte wird nicht mehr angenommen | de",
        "-     | the card is declined again | en",
        "-     | la tarjeta no me funciona desde ayer en ninguna tienda | es",
        "-     | je ne peux plus payer avec ma carte depuis hier soir | fr",
        "-     | o pagamento nao funciona desde ontem para mim tambem | pt",
        "-     | kartu saya tidak bisa dipakai sejak kemarin | id",
        "-     | カードが使えません | ja",
        "-     | 卡不能用了 | zh",
        "-     | карта не работает | ru",
        "-     | البطاقة لا تعمل | ar",
        "-     | zzz qqq | ''",
      })
  void isWhatTheSourceSaysElseWhatTheTextTells(String tag, String text, String language) {
    assertThat(Languages.of(tag, text)).isEqualTo(language);
  }
}
