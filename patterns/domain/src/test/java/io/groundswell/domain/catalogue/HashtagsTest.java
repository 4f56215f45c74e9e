package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HashtagsTest {
  private static final Recogniser SHOPS =
      new Recogniser(
          Catalogue.of(
              List.of(
                  product(Product.of("acme", "acme"), List.of(), Component.of("pay", "checkout")),
                  Product.of("bank", "acme bank"),
                  Product.of("ba", "ba"),
                  Product.of("wind", "windmoor", "jet blue"),
                  product(Product.of("united", "united"), List.of("united kingdom"))),
              List.of()));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#acme",
        "#AcmeDown",
        "#acmefail",
        "#AcmeOutage is trending",
        "#fixacme",
        "#FixAcmeNow",
        "#acme2026",
        "#Acme_Fail",
        "#whyacmewhy",
        "#ACMEdown",
        "#acmeisdown",
        "#acmeapp",
        "#acmekaputt",
        "#AcmeCaído",
        "#acmecaido",
        "#acmepanne",
        "#acmeÇöktü",
        "#acmesucks2 #monday",
        "#ThingsIHateAboutAcme",
        "(#acmedown)"
      })
  void aNameGluedToWordsIsStillTheName(String text) {
    assertThat(products(text)).containsExactly("acme");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#acmeology",
        "#Acmeology",
        "#AcmeologyRocks",
        "#macmeal",
        "#pacmen",
        "#acmed",
        "#acmeville",
        "#badown",
        "#fixbanow",
        "#UnitedKingdom",
        "#unitedstates",
        "#reunited",
        "# acmology",
        "#",
        "##_#",
      })
  void partsOfOtherWordsAreNot(String text) {
    assertThat(products(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "#BA, ba",
    "#BADown, ba",
    "#acmebank, bank",
    "#acmebankdown, bank",
    "#jetblue, wind",
    "#JetBlueSucksBig, wind",
    "#jetbluefail, wind",
    "#UnitedFail, united",
    "#WindmoorDown#AcmeDown, 'acme,wind'",
  })
  void shortNamesWantCapitalsAndTheLongestNameWins(String text, String products) {
    assertThat(products(text)).containsExactlyInAnyOrder(products.split(",", -1));
  }

  @Test
  void capitalsShowThePartsOfAProductToo() {
    assertThat(SHOPS.recognise(Post.of("x", "1", 0).text("#AcmeCheckout").build()).components())
        .containsExactly("acme/pay");
  }

  @Test
  void phrasesDoNotReachFromOneHashtagToTheNext() {
    assertThat(products("#GoUnited #KingdomCome")).containsExactly("united");
  }

  @Property(tries = 300)
  void aHashtagOfThreeWordsIsReadLikeTheWords(
      @ForAll @AlphaChars @StringLength(min = 2, max = 8) String before,
      @ForAll @AlphaChars @StringLength(min = 2, max = 8) String after) {
    String tag = "#" + capital(before) + "Windmoor" + capital(after);

    assertThat(products(tag)).contains("wind");
  }

  @Test
  void aHostileTextOfHashtagsIsReadInTime() {
    assertThat(products("#acmeacmeacmeacmeacmeacmeacmeacmeacmeacmeacmeacmeacme".repeat(500)))
        .isEmpty();
    assertThat(products("#AcmeDown".repeat(20_000))).containsExactly("acme");
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0))
        + word.substring(1).toLowerCase(java.util.Locale.ROOT);
  }

  private static List<String> products(String text) {
    return SHOPS.recognise(Post.of("x", "1", 0).text(text).build()).products();
  }

  private static Product product(Product plain, List<String> exclude, Component... components) {
    return new Product(
        plain.id(),
        plain.name(),
        plain.aliases(),
        List.of(),
        List.of(),
        List.of(),
        exclude,
        null,
        Importance.NORMAL,
        null,
        List.of(),
        List.of(components));
  }
}
