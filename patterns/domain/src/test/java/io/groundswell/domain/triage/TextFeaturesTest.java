package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFeaturesTest {
  private final TextFeatures reader = new TextFeatures();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          @acme the app is down         | @other the app is down
          THE APP IS DOWN               | the app is down
          the app is #down              | the app is down
          RT @someone: the app is down  | the app is down
          error 4021 on line 7          | error 9958 on line 3
          the app is sooooo slow        | the app is soo slow
          it doesn't load               | it doesn’t load
          it doesn't load               | it doesnt load
          la página no carga            | la pagina no carga
          see https://a.example/1 down  | see http://b.example/2?x=y down
          bags &amp; coats lost         | bags & coats lost
          çalışmıyor                    | calismiyor
          """)
  void styleDoesNotReachTheModel(String one, String other) {
    assertThat(features(one)).isEqualTo(features(other));
  }

  @Test
  void negationTurnsAWordIntoItsOpposite() {
    assertThat(TextFeatures.classesOf("it works"))
        .isNotEqualTo(TextFeatures.classesOf("it never works"));
    assertThat(negated("es geht nicht", WordClass.FUNCTION)).isTrue();
    assertThat(negated("es geht", WordClass.FUNCTION)).isFalse();
  }

  @Test
  void theLexiconFindsPhrasesStemsAndWordsInsideScriptsWithoutSpaces() {
    assertThat(plain("the site is down", WordClass.OUTAGE)).isTrue();
    assertThat(plain("down by the river", WordClass.OUTAGE)).isFalse();
    assertThat(plain("glitching", WordClass.FAULT)).isTrue();
    assertThat(plain("昨日から画面が真っ白です", WordClass.FAULT)).isTrue();
  }

  @Property
  void theSameTextGivesTheSameFeaturesWhateverWasReadBefore(
      @ForAll String text, @ForAll String before) {
    TextFeatures used = new TextFeatures();
    used.read(before);
    int count = used.read(text);
    assertThat(Arrays.copyOf(used.indices(), count)).isEqualTo(features(text));
  }

  @Property
  void featuresAreDistinctAndInsideTheSpace(@ForAll String text) {
    int[] features = features(text);
    assertThat(Arrays.stream(features).distinct().count()).isEqualTo(features.length);
    assertThat(Arrays.stream(features)).allMatch(index -> index >= 0 && index < TextFeatures.SPACE);
  }

  @Property
  void anyHandleIsAsGoodAsAnyOther(
      @ForAll @AlphaChars @StringLength(min = 1, max = 15) String handle,
      @ForAll @AlphaChars @StringLength(min = 1, max = 40) String word) {
    assertThat(features("@" + handle + " " + word)).isEqualTo(features("@x " + word));
    assertThat(features(word.toUpperCase(Locale.ROOT)))
        .isEqualTo(features(word.toLowerCase(Locale.ROOT)));
  }

  private static boolean plain(String text, WordClass sought) {
    return (TextFeatures.classesOf(text) & sought.bit()) != 0;
  }

  private static boolean negated(String text, WordClass sought) {
    return (TextFeatures.classesOf(text) >>> 32 & sought.bit()) != 0;
  }

  private int[] features(String text) {
    int count = reader.read(text);
    return Arrays.copyOf(reader.indices(), count);
  }
}
