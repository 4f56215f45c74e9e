package io.groundswell.domain.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CrowdTest {
  private static final long MINUTE = 60_000;
  private static final String SCRIPT =
      "Acme has charged my card twice in %s and their support will not answer a single mail";
  private static final String[] MONTHS = {"January", "March", "May", "June", "July", "October"};

  private final Crowd crowd = new Crowd();

  @Test
  void aBrigadeIsAnEighthOfItsVoices() {
    Set<Long> voices = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      voices.add(hear(i / 2, 100 + i, SCRIPT.formatted(MONTHS[i % MONTHS.length])));
    }
    assertThat(voices).contains(100L).hasSize(1 + 99 / Copies.A_VOICE);
    assertThat(crowd.size).isEqualTo(Crowd.MOST_OF_A_VOICE);
  }

  @Test
  void peopleKeepTheirVoices() {
    assertThat(hear(0, 1, "my add-ons are all disabled, what happened overnight?")).isEqualTo(1);
    assertThat(hear(1, 2, "every extension I had has been turned off by Acme")).isEqualTo(2);
    assertThat(hear(2, 3, "Acme tells me that no add-on could be verified")).isEqualTo(3);
  }

  @Test
  void everyEighthWhoWritesTheSameIsAnotherVoice() {
    Set<Long> voices = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      voices.add(hear(i / 10, 100 + i, "Acme down"));
    }
    assertThat(voices).hasSize(1 + 99 / Copies.A_VOICE);
    assertThat(hear(11, 7, "is Acme down")).isEqualTo(7);
  }

  @Test
  void fewWordsWithOneLinkAreOneVoice() {
    hear(0, 1, "Acme down acme-help.example/a");
    assertThat(hear(1, 2, "Acme down acme-help.example/a")).isEqualTo(1);
    for (int i = 0; i < 50; i++) {
      assertThat(hear(2, 100 + i, "look here acme-help.example/a")).isEqualTo(1);
    }
  }

  @Test
  void whoPostsTheScriptAndThenSomethingElseKeepsTheScriptsVoice() {
    hear(0, 1, SCRIPT.formatted("May"));
    hear(1, 2, SCRIPT.formatted("June"));
    assertThat(hear(2, 2, "and now the app of Acme does not even start")).isEqualTo(1);
  }

  @Test
  void whoJoinsABrigadeTakesItsVoice() {
    assertThat(hear(0, 2, "the app of Acme does not even start any more")).isEqualTo(2);
    hear(1, 1, SCRIPT.formatted("May"));
    assertThat(hear(2, 2, SCRIPT.formatted("June"))).isEqualTo(1);
  }

  @Test
  void afterAnHourATextIsForgotten() {
    hear(0, 1, SCRIPT.formatted("May"));
    assertThat(hear(60, 2, SCRIPT.formatted("May"))).isEqualTo(1);
    assertThat(hear(121, 3, SCRIPT.formatted("May"))).isEqualTo(3);
    crowd.forget(300 * MINUTE);
    assertThat(crowd.size).isZero();
    assertThat(Arrays.stream(crowd.gists).allMatch(gist -> gist == null)).isTrue();
  }

  @Test
  void whenItIsFullTheOldestGoFirst() {
    for (int i = 0; i <= Crowd.MOST; i++) {
      hear(0, 1_000 + i, unlike(i));
    }
    assertThat(crowd.size).isLessThanOrEqualTo(Crowd.MOST);
    assertThat(hear(1, 1, unlike(0))).isEqualTo(1);
    assertThat(hear(1, 2, unlike(Crowd.MOST))).isEqualTo(1_000 + Crowd.MOST);
  }

  @Property(tries = 200)
  void theSameComplaintsGiveTheSameVoicesWithinBounds(@ForAll long seed) {
    List<Long> once = voices(seed, new Crowd());
    Crowd again = new Crowd();
    assertThat(voices(seed, again)).isEqualTo(once);
    assertThat(again.size).isLessThanOrEqualTo(Crowd.MOST);
    for (int i = 0; i < again.size; i++) {
      long voice = again.voices[i];
      assertThat(Arrays.stream(again.voices, 0, again.size).filter(v -> v == voice).count())
          .isLessThanOrEqualTo(Crowd.MOST_OF_A_VOICE);
    }
    assertThat(Arrays.copyOf(again.times, again.size)).isSorted();
  }

  /** Some copy a script, some write "Acme down", the others what nobody else writes. */
  private static List<Long> voices(long seed, Crowd crowd) {
    Random random = new Random(seed);
    List<Long> voices = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < 700; i++) {
      at += random.nextInt(10_000);
      int kind = random.nextInt(4);
      String text =
          kind == 0
              ? SCRIPT.formatted(MONTHS[random.nextInt(MONTHS.length)])
              : kind == 1 ? "Acme down" : unlike(random.nextInt(100_000));
      voices.add(crowd.hear(at, random.nextInt(500), Gist.of(text)));
    }
    return voices;
  }

  /** A text of words that no other has. */
  private static String unlike(int number) {
    StringBuilder text = new StringBuilder();
    Random random = new Random(number);
    for (int i = 0; i < 12; i++) {
      for (int k = 0; k < 6; k++) {
        text.append((char) ('a' + random.nextInt(26)));
      }
      text.append(' ');
    }
    return text.toString();
  }

  private long hear(long minute, long author, String text) {
    return crowd.hear(minute * MINUTE, author, Gist.of(text));
  }
}
