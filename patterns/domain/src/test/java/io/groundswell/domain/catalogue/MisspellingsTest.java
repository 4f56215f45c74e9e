package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Post;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MisspellingsTest {
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(
              Product.of("wind", "wintlemoor"),
              Product.of("united", "united"),
              Product.of("air", "carrick airlines"),
              Product.of("bnb", "air bnb"),
              Product.of("bay", "ebay"),
              Product.of("burger", "macdougal's"),
              Product.of("fox", "firefox"),
              Product.of("shop", "Café Lumière"),
              Product.of("mail", "почтальон")),
          List.of());
  private static final Recogniser RECOGNISER = new Recogniser(CATALOGUE);

  @ParameterizedTest
  @CsvSource({
    "wintelmoor is down, wind",
    "wintlemor is down, wind",
    "wintllemoor is down, wind",
    "wintlemoro is down, wind",
    "wintle moor is down, wind",
    "Wintle-Moor is down, wind",
    "fierfox crashes, fox",
    "unitde lost my bag, united",
    "carrcik airlines lost my bag, air",
    "airbnb charged twice, bnb",
    "Air-BnB charged twice, bnb",
    "e-bay is down, bay",
    "macdougals is closed, burger",
    "macdougal’s is closed, burger",
    "macdougla's is closed, burger",
    "cafe lumeire is closed, shop",
    "початльон не работает, mail",
  })
  void commonMisspellingsMeanTheProduct(String text, String product) {
    assertThat(products(text)).containsExactly(product);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my shoes came untied",
        "please unite",
        "fire fox",
        "an carrick airline",
        "intlemoor",
        "winltemoro",
        "wintlemoors",
        "ebya",
        "the bay",
      })
  void otherWordsAndTwoMistakesDoNot(String text) {
    assertThat(products(text)).isEmpty();
  }

  @Test
  void whatTwoProductsShareNamesNeitherAndIsTold() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(Product.of("one", "zarelto"), Product.of("two", "zarelta")), List.of());
    Recogniser recogniser = new Recogniser(catalogue);

    assertThat(catalogue.problems()).isEmpty();
    assertThat(recogniser.recognise(post("zarelt")).products()).isEmpty();
    assertThat(recogniser.recognise(post("zarleta")).products()).containsExactly("two");
    assertThat(catalogue.notes())
        .containsExactly(
            "'zarelt' may be meant for 'zarelto' or 'zarelta' and names neither;"
                + " write it as an alias of one");
    assertThat(CATALOGUE.notes()).isEmpty();
    assertThat(Catalogue.none().notes()).isEmpty();
  }

  @Test
  void anotherProductsNameIsNoMisspelling() {
    Recogniser recogniser =
        new Recogniser(
            Catalogue.of(
                List.of(Product.of("one", "marlins"), Product.of("two", "marlin")), List.of()));

    assertThat(recogniser.recognise(post("marlin")).products()).containsExactly("two");
  }

  @Property(tries = 200)
  void everySpellingIsOneEditAwayAndKeepsTheFirstLetter(
      @ForAll @CharRange(from = 'a', to = 'z') @StringLength(min = 6, max = 14) String word) {
    for (String wrong : new Spellings(word, Set.of()).wrong()) {
      assertThat(wrong).isNotEqualTo(word).startsWith(word.substring(0, 1));
      assertThat(Math.abs(wrong.length() - word.length())).isLessThanOrEqualTo(1);
      assertThat(letters(wrong.replace(" ", ""))).isEqualTo(letters(word));
    }
  }

  @Property(tries = 200)
  void noWordOfFewerLettersIsMistyped(
      @ForAll @CharRange(from = 'a', to = 'd') @StringLength(min = 1, max = 5) String word) {
    assertThat(new Spellings(word, Set.of()).wrong()).isEmpty();
  }

  /** Which letters there are, but for one that may be missing altogether. */
  private static Set<Integer> letters(String word) {
    Set<Integer> letters = new TreeSet<>();
    word.chars().filter(c -> word.indexOf(c) != word.lastIndexOf(c)).forEach(letters::add);
    return letters.isEmpty() ? letters : Set.of();
  }

  private static List<String> products(String text) {
    return RECOGNISER.recognise(post(text)).products();
  }

  private static Post post(String text) {
    return Post.of("x", "1", 0).text(text).build();
  }
}
