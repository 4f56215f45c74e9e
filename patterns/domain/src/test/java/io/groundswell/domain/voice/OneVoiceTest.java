package io.groundswell.domain.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class OneVoiceTest {
  private static final String SCRIPT =
      "Acme has charged my card twice in May and their support will not answer a single mail";

  @Test
  void aCopyIsOneVoice() {
    assertThat(same(SCRIPT, SCRIPT.toUpperCase(java.util.Locale.ROOT) + "!!!")).isTrue();
    assertThat(same(SCRIPT, "so true: " + SCRIPT + " #acmefail")).isTrue();
  }

  @Test
  void aTemplateWithThreeSlotsIsOneVoice() {
    assertThat(same(SCRIPT, SCRIPT.replace("card", "wife").replace("May", "July"))).isTrue();
    assertThat(
            same(
                "Acme took forty from my sister in March and will not give it back to us",
                "Acme took ninety from my uncle in April and will not give it back to us"))
        .isTrue();
  }

  @Test
  void clausesInAnotherOrderAreOneVoice() {
    assertThat(
            same(
                "Acme locked me out. support does not answer, my money is gone",
                "my money is gone and support does not answer and Acme locked me out"))
        .isTrue();
  }

  @Test
  void peopleWithTheSameFaultAreNot() {
    assertThat(
            same(
                "All of my add-ons were disabled this morning, how do I get them back?",
                "Why has Acme turned off every add-on I have? This happened without any warning"))
        .isFalse();
    assertThat(
            same(
                "on hold with Acme for two hours now, is anybody there?",
                "two hours late and nobody at the Acme counter, thanks for nothing"))
        .isFalse();
  }

  @Test
  void shortTextsAreTheSameOnlyWordForWord() {
    assertThat(same("Acme down", "acme DOWN!!")).isTrue();
    assertThat(same("is Acme down", "is Acme down again")).isFalse();
    assertThat(same("Acme is down again", "is Acme down again")).isFalse();
    assertThat(same("", "Acme down")).isFalse();
  }

  @Test
  void whoSendsToOnePlaceIsOneVoice() {
    assertThat(same("call 1-800-555-0199 for help", "Acme broken? +1 (800) 555 0199")).isTrue();
    assertThat(same("see acme-help.example/a", "look: https://www.acme-help.example/a?x=1"))
        .isTrue();
    assertThat(same("see acme-help.example/a", "look: acme-help.example/b")).isFalse();
  }

  @Test
  void scriptsWithoutSpacesAreJudgedToo() {
    assertThat(same("アプリが急に落ちて返金もされません", "アプリが急に落ちて返金はされません")).isTrue();
    assertThat(same("アプリが急に落ちて返金もされません", "ログインできなくて困っています助けて")).isFalse();
  }

  @Property
  void theOutlineIsNeverWrongWhenItSaysNo(@ForAll long seed) {
    Random random = new Random(seed);
    Gist a = Gist.of(text(random));
    Gist b = Gist.of(text(random));
    long[] outlines = new long[2 * Outlines.LONGS];
    Outlines.write(a, outlines, 0);
    Outlines.write(b, outlines, 1);
    assertThat(OneVoice.same(a, b)).isEqualTo(OneVoice.same(b, a));
    assertThat(Outlines.maybeSame(outlines, 0, outlines, 1) || !OneVoice.same(a, b)).isTrue();
  }

  /** Few different words, so that texts are like each other often. */
  private static String text(Random random) {
    int words = 3 + random.nextInt(30);
    int different = 4 + random.nextInt(30);
    return random
        .ints(words, 0, different)
        .mapToObj(word -> "x" + (char) ('a' + word) + (char) ('a' + word / 7))
        .collect(Collectors.joining(" "));
  }

  private static boolean same(String a, String b) {
    return OneVoice.same(Gist.of(a), Gist.of(b));
  }
}
