package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.post.PostBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecogniserTest {
  private static final Recogniser FIREFOX = new Recogniser(Catalogues.firefox());
  private static final Recogniser AIRLINES = new Recogniser(Catalogues.airlines());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "firefox is down",
        "Why does FIREFOX crash?",
        "is it just me or is firefox…down",
        "firefox's bookmarks are gone",
        "(firefox)",
        "ﬁrefox with a ligature",
        "F\u00EDrefox, accents and all",
        "my 🦊firefox🔥 burns",
        "我的火狐坏了",
        "firefoxが動かない",
        "#Firefox broke",
        "everything in mozilla\n  firefox is slow",
        "Mozilla-Firefox 66.0.3"
      })
  void namesOfAProductAreWholeWordsWithCaseAndAccentsFolded(String text) {
    assertThat(FIREFOX.recognise(post(text).build()).products()).containsExactly("firefox");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "firefoxes are red pandas",
        "waterfirefox",
        "fire fox",
        "my_firefox_notes.txt",
        "the team's sync is late",
        "Sync, tabs",
        "@firefoxfan you are great",
        "fire\u0000fox"
      })
  void partsOfWordsAndLoneComponentsNameNothing(String text) {
    Recognition recognition = FIREFOX.recognise(post(text).build());

    assertThat(recognition.products()).isEmpty();
    assertThat(recognition.components()).isEmpty();
    assertThat(recognition.subjectKeys()).containsExactly("?");
  }

  @Test
  void idsAndDisplayNamesAreNotMatched() {
    assertThat(AIRLINES.recognise(post("southwestair americanair").build()).products()).isEmpty();
    assertThat(FIREFOX.recognise(post("accounts").build()).products()).isEmpty();
  }

  @Test
  void anAliasInsideAnExcludedPhraseMeansSomethingElse() {
    assertThat(products(FIREFOX, "the Arctic  Firefox is a fox")).isEmpty();
    assertThat(products(FIREFOX, "Firefox the film, with Clint Eastwood")).isEmpty();
    assertThat(products(FIREFOX, "Arctic firefox on my screen, then firefox crashed"))
        .containsExactly("firefox");
    assertThat(products(FIREFOX, "arctic firefoxes, firefox the filmography"))
        .containsExactly("firefox");
  }

  @Test
  void anExcludedPhraseOfOneProductLeavesTheOthersAlone() {
    assertThat(products(FIREFOX, "arctic firefox account")).containsExactly("accounts");
  }

  @Test
  void onePostMayBeAboutSeveralProducts() {
    assertThat(products(AIRLINES, "from US Airways to United, via american airlines"))
        .containsExactly("americanair", "united", "usairways");
    assertThat(products(FIREFOX, "my firefox account")).containsExactly("accounts", "firefox");
  }

  @Test
  void aliasesWithAccentsMatchTextsWithout() {
    assertThat(products(FIREFOX, "the CAFE CREME page")).containsExactly("accounts");
  }

  @Test
  void componentsCountBesideTheirProduct() {
    Recognition recognition =
        FIREFOX.recognise(post("firefox sync lost my tabs, the tab bar too").build());

    assertThat(recognition.components()).containsExactly("firefox/sync", "firefox/tabs");
    assertThat(recognition.subjectKeys())
        .containsExactly("firefox", "firefox/sync", "firefox/tabs");
  }

  @Test
  void forumTagsNameProductAndComponent() {
    Post post = post("everything vanished").tags(List.of("Firefox", "SYNC", "windows-10")).build();

    Recognition recognition = FIREFOX.recognise(post);

    assertThat(recognition.products()).containsExactly("firefox");
    assertThat(recognition.components()).containsExactly("firefox/sync");
    assertThat(recognition.directed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@united lost my bag",
        "@United, lost my bag",
        "thanks for nothing @united.",
        "(@united)",
        "RT: @united: again",
        "bag@home? no, ＠united"
      })
  void aHandleAddressesItsProduct(String text) {
    Recognition recognition = AIRLINES.recognise(post(text).build());

    assertThat(recognition.products()).containsExactly("united");
    assertThat(recognition.directed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@jetbluefan",
        "@jetblue_support",
        "me@jetblue.example",
        "@jetblue@social.example",
        "@jetblue.example",
        "#jetblue",
        "jetblue is late again"
      })
  void otherAccountsAndPlainMentionsAddressNobody(String text) {
    assertThat(AIRLINES.recognise(post(text).build()).directed()).isFalse();
  }

  @Test
  void aReplyThatNamesTheProductIsDirectedAtIt() {
    assertThat(AIRLINES.recognise(post("jetblue too").relations(null, "17").build()).directed())
        .isTrue();
    assertThat(AIRLINES.recognise(post("me too").relations(null, "17").build()).directed())
        .isFalse();
    assertThat(AIRLINES.recognise(post("jetblue too").relations(null, "").build()).directed())
        .isFalse();
  }

  @Test
  void handlesAndHashtagsMayBeWrittenWithoutTheirMark() {
    Product acme =
        new Product(
            "acme",
            "Acme",
            List.of(),
            List.of("acmehelp"),
            List.of("acmedown"),
            List.of(),
            List.of(),
            null,
            Importance.NORMAL,
            null,
            List.of(),
            List.of());
    Recogniser recogniser = new Recogniser(Catalogue.of(List.of(acme), List.of()));

    assertThat(products(recogniser, "hey @AcmeHelp!")).containsExactly("acme");
    assertThat(products(recogniser, "again #AcmeDown!")).containsExactly("acme");
    assertThat(products(recogniser, "acmehelp acmedown")).isEmpty();
  }

  @Test
  void aComplaintCountsForItsProductItsComponentsAndItsRegions() {
    Post post = post("firefox sync is broken at JFK").geo(Geo.of("US", "US-CA")).build();

    assertThat(FIREFOX.recognise(post).subjectKeys())
        .containsExactly(
            "@US",
            "@US-CA",
            "@jfk",
            "@west",
            "firefox",
            "firefox/sync",
            "firefox@US",
            "firefox@US-CA",
            "firefox@jfk",
            "firefox@west");
  }

  @Test
  void ownRegionsHoldTheirMembers() {
    Post post = post("firefox").geo(Geo.of("de", null)).build();

    assertThat(FIREFOX.recognise(post).regions()).containsExactly("DE", "emea");
  }

  @Test
  void aComplaintOfNoProductBelongsToTheUnmatchedAlone() {
    Post post = post("the train is late").geo(Geo.of("IT", null)).build();

    assertThat(FIREFOX.recognise(post).regions()).containsExactly("IT");
    assertThat(FIREFOX.recognise(post).subjectKeys()).containsExactly("?");
  }

  @Test
  void withoutACatalogueEverythingIsUnmatched() {
    Recogniser nobody = new Recogniser(Catalogue.none());

    assertThat(nobody.recognise(post("firefox @firefox").build()).subjectKeys())
        .containsExactly("?");
  }

  @Property(tries = 300)
  void anyTextAroundANameLeavesItFound(@ForAll String before, @ForAll String after) {
    String text = before + " Jetblue " + after;

    assertThat(products(AIRLINES, text)).contains("jetblue");
  }

  @Property(tries = 300)
  void caseChangesNothing(@ForAll String noise) {
    String text = noise + " united @jetblue";

    assertThat(products(AIRLINES, text.toLowerCase(Locale.ROOT)))
        .containsAll(products(AIRLINES, text));
  }

  @Test
  void aHostileTextOfRepeatedNamesIsReadInLinearTime() {
    String text = "arctic firefox ".repeat(17_000);

    assertThat(products(FIREFOX, text)).isEmpty();
  }

  @Test
  void aJobCanCarryIt() throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(FIREFOX);
    }
    Recogniser carried;
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      carried = (Recogniser) in.readObject();
    }

    Post post = post("firefox sync").geo(Geo.of("FR", "")).build();
    assertThat(carried.recognise(post)).isEqualTo(FIREFOX.recognise(post));
  }

  private static List<String> products(Recogniser recogniser, String text) {
    return recogniser.recognise(post(text).build()).products();
  }

  private static PostBuilder post(String text) {
    return Post.of("x", "1", 0).text(text);
  }
}
