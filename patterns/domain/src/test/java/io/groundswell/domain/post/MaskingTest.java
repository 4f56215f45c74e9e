package io.groundswell.domain.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          write to jo.doe+x@mail.example.com   | write to [mail]
          @acme my card 4111 1111 1111 1111    | @[name] my card [card]
          ask @jo_doe, she knows               | ask @[name], she knows
          @jo@social.example is right          | @[mail] is right
          call +44 20 7946 0018 now            | call [phone] now
          call (212) 555-0187                  | call [phone]
          call 030 5550 1234 please            | call [phone] please
          IBAN DE89 3704 0044 0532 0130 00     | IBAN [account]
          هاتفي ٠٣٠ ٥٥٥٠ ١٢٣٤                  | هاتفي [phone]
          """)
  void whatLeadsToAPersonIsTakenOut(String text, String masked) {
    assertThat(Masking.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          write to jo\u200B@mail.example.com    | write to [mail]
          call +44 20\u200D 7946 00\u206018     | call [phone]
          ask @jo\u00ADdoe                      | ask @[name]
          \u202Eask\u202C @jo_doe               | ask @[name]
          """)
  void marksThatNobodySeesHideNothing(String text, String masked) {
    assertThat(Masking.mask(text)).isEqualTo(masked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\uD83D\uDC69\u200D\uD83D\uDCBB at work",
        "می\u200Cخواهم",
        "error 4021 since 2026-03-02T10:00:00Z",
        "{\"id\":\"1440716895355764743\",\"time_us\":1779719009132431}",
        "paid 120 twice on 2026-03-02",
        "flight 612 is 45 minutes late",
        "https://shop.example/@acme/1"
      })
  void whatNobodyIsReachedByStays(String text) {
    assertThat(Masking.mask(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @Acme and @jo_doe: the app is down         | @Acme and @[name]: the app is down
          @acme.example.com, @acme_fan, @acmeshop    | @acme.example.com, @[name], @[name]
          mail jo@acme.example or ask .@ACME         | mail [mail] or ask .@ACME
          @$1 @acme $1                               | @$1 @acme $1
          """)
  void aCompanysOwnAccountsStay(String text, String masked) {
    Set<String> names = Masking.names(List.of("@acme", "Acme.example.com"));

    assertThat(Masking.mask(text, names)).isEqualTo(masked);
  }

  @Property
  void maskingTwiceChangesNothing(@ForAll String text) {
    assertThat(Masking.mask(Masking.mask(text))).isEqualTo(Masking.mask(text));
  }
}
