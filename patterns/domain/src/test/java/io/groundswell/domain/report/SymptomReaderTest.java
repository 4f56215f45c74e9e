package io.groundswell.domain.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a single post complains of is named alike in every language. */
class SymptomReaderTest {
  private final SymptomReader reader = new SymptomReader();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @acme my card was declined at the till, again | card, refused
          Meine Karte wurde an der Kasse abgelehnt | card, refused
          Mi tarjeta ha sido rechazada en la tienda | card, refused
          la mia carta è stata rifiutata | refused
          カードが拒否されました | card, refused
          тариф оплатил, а карту отклонили | payment, card, refused
          the app crashes as soon as I open it | crash, start
          l'appli plante dès l'ouverture | crash
          still waiting for my parcel, three days late | parcel, delay
          mijn pakket is nog steeds niet bezorgd | parcel, delivery
          nothing loads any more | not working
          cannot log in at all | access
          the app is down again, cannot log in at all | outage, access
          everything is down | outage
          fui cobrado duas vezes e ninguém devolve meu dinheiro | billing, charged twice, return
          siparişim hâlâ gelmedi | order, delay
          so disappointed | ''
          """)
  void isReadFromItsWords(String text, String symptoms) {
    assertThat(String.join(", ", reader.read(text))).isEqualTo(symptoms);
  }

  @Test
  void whatIsDeniedIsNoSymptom() {
    assertThat(reader.read("it is not lost, all is well")).doesNotContain("loss");
  }

  @Test
  void theFirstFiveAreEnough() {
    assertThat(
            reader.read(
                "card declined, invoice wrong, refund missing, parcel late, crash after the update"))
        .containsExactly("card", "refused", "billing", "refund", "parcel");
  }

  @Test
  void whatWasReadBeforeMakesNoDifference() {
    String text = "the printer prints empty pages";
    reader.read("card declined, parcel late, printer jam");

    assertThat(reader.read(text)).isEqualTo(new SymptomReader().read(text)).isNotEmpty();
  }
}
