package io.groundswell.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.domain.voice.Quote;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommonalitiesTest {
  private static final String[] CARDS = {
    "my card was declined at the till",
    "card declined again although the bank says it is fine",
    "Card declined three times, is Acme broken?",
    "the card gets declined since an hour"
  };

  @Test
  void wordsThatStandTogetherAreShownAsOnePhrase() {
    assertThat(new Told().say("en", CARDS).common("acme").symptoms())
        .extracting(Symptom::term)
        .contains("card declined")
        .doesNotContain("card", "declined");
  }

  @Test
  void whatPeopleAlwaysSayIsNoSymptom() {
    Commonality common = new Told().usually(.9, "card", "declined").say("en", CARDS).common();
    assertThat(common.symptoms()).isEmpty();
  }

  @Test
  void theProductsNameIsNoSymptom() {
    Told told =
        new Told()
            .say("en", "Acme login fails", "acme login is broken", "login to #acme does not work");
    assertThat(told.common("Acme", "@acme").symptoms())
        .extracting(Symptom::term)
        .containsExactly("login");
  }

  @Test
  void aSymptomIsWrittenAsPeopleWriteIt() {
    Told told =
        new Told()
            .say("en", "all my add-ons vanished", "add-ons are gone", "where did my add-ons go")
            .say("de", "Verspätung am Morgen", "schon wieder Verspätung", "Verspätung, wie lange?");
    assertThat(told.common().symptoms())
        .extracting(Symptom::term, Symptom::lang)
        .contains(tuple("add-ons", "en"), tuple("verspätung", "de"));
  }

  @Test
  void oneFaultInThreeLanguagesIsOneGroup() {
    Told told =
        new Told()
            .say("en", "my card was declined at the till", "payment refused, tried two cards")
            .say("es", "me rechaza la tarjeta al pagar", "pago rechazado con dos tarjetas")
            .say("de", "Karte wird abgelehnt", "Zahlung abgelehnt, zwei Karten probiert")
            .say("en", "my parcel is stuck in the depot", "where is my package? not delivered")
            .say("es", "mi paquete no llega", "el paquete sigue en el almacén");
    assertThat(told.common().faults()).extracting(Fault::reports).containsExactly(6, 4);
    assertThat(told.common().faults().get(0).langs()).containsExactlyInAnyOrder("en", "es", "de");
  }

  @Test
  void aTextWithoutSpacesFindsItsFault() {
    Told told =
        new Told()
            .say("ja", "ログインできない", "パスワードが違うと言われログインできません", "朝からログインできない")
            .say("en", "login fails since this morning", "my password is refused, no login");
    assertThat(told.common().faults()).extracting(Fault::reports).containsExactly(5);
  }

  @Test
  void aComponentBringsTogetherWhatWordsDoNot() {
    String[] mail = {"shows old things", "everything vanished at noon", "nobody reaches me"};
    assertThat(new Told().say("en", mail).say("en", CARDS).common().faults())
        .extracting(Fault::reports)
        .containsExactly(4);
    assertThat(new Told().say("en", CARDS).about("acme/mail").say("en", mail).common().faults())
        .extracting(Fault::label)
        .containsExactly("card declined", "mail");
  }

  @Test
  void complaintsAboutNothingInCommonHaveNoFault() {
    Told told =
        new Told().say("en", "worst company ever", "so disappointed by all this", "never again!");
    assertThat(told.common().faults()).isEmpty();
    assertThat(told.common().examples()).isNotEmpty();
  }

  @Test
  void theFirstExampleSaysWhatIsWrong() {
    Told told =
        new Told()
            .say("en", "CARD DECLINED!!! WORST EVER", "card?? #acme #fail #declined #angry")
            .say("en", "My card is declined at every shop since eight this morning")
            .say("en", "same here", "card declined as well");
    assertThat(told.common().examples().get(0).text()).startsWith("My card is declined");
  }

  @Test
  void everyFaultHasAnExampleAndCopiesAreLeftOut() {
    Told told =
        new Told()
            .say("en", CARDS)
            .say("en", "my card was declined at the till now", "my card was declined at the till")
            .say("en", "parcel stuck in the depot for a week", "my parcel is not delivered")
            .say("en", "the parcel never left the depot, no delivery");
    List<String> texts = told.common().examples().stream().map(Quote::text).toList();
    assertThat(texts).hasSizeBetween(3, 5).anyMatch(text -> text.contains("parcel"));
    assertThat(texts)
        .filteredOn(text -> text.startsWith("my card was declined"))
        .hasSizeLessThan(2);
  }

  @Test
  void theOrderInWhichReportsComeChangesNothing() {
    List<Report> reports =
        new ArrayList<>(
            new Told()
                .say("en", CARDS)
                .say("es", "tarjeta rechazada", "no puedo pagar con tarjeta", "pago rechazado")
                .reports());
    Commonality common = new Commonalities().of(reports, List.of());
    for (int seed = 0; seed < 20; seed++) {
      Collections.shuffle(reports, new Random(seed));
      assertThat(new Commonalities().of(reports, List.of())).isEqualTo(common);
    }
  }

  @Test
  void ofNothingThereIsNothing() {
    assertThat(new Told().common()).isEqualTo(Commonality.NONE);
  }
}
