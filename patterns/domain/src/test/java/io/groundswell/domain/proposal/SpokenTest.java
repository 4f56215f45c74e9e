package io.groundswell.domain.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SpokenTest {

  @Test
  void handlesAndHashtagsAreSpokenOf() {
    assertThat(Spoken.in("(@Wintlemoor, again! #WintleDown.) me@home"))
        .containsEntry("@wintlemoor", "@Wintlemoor")
        .containsEntry("#wintledown", "#WintleDown")
        .doesNotContainKey("@home");
  }

  @Test
  void phrasesNeitherBeginNorEndWithFunctionWords() {
    assertThat(Spoken.in("the parcel tracking of this shop is still broken").keySet())
        .containsExactly("parcel tracking");
    assertThat(Spoken.in("warum geht die Paketverfolgung schon wieder nicht").keySet())
        .containsExactly("paketverfolgung");
  }

  @Test
  void phrasesEndWithTheClause() {
    assertThat(Spoken.in("broken parcel. tracking number").keySet())
        .containsExactly("broken parcel", "tracking number");
    assertThat(Spoken.in("parcel (tracking) number").keySet()).isEmpty();
  }

  @Test
  void namesAreInCapitalsInsideASentence() {
    assertThat(Spoken.in("since noon Zarelto does nothing, nor does Carrick Bank Direct").keySet())
        .contains("zarelto", "carrick bank direct");
    assertThat(Spoken.in("Shame on all").keySet()).isEmpty();
    assertThat(Spoken.in("ZARELTO IS DOWN AND I AM FURIOUS ABOUT IT").keySet())
        .doesNotContain("zarelto");
  }

  @Test
  void aPhraseThatRepeatsAHashtagIsLeftOut() {
    assertThat(Spoken.in("parcel tracking fails #ParcelTracking").keySet())
        .containsExactly("#parceltracking", "tracking fails");
  }

  @Test
  void hashtagsThatEverybodyComplainsWithNameNothing() {
    assertThat(Spoken.in("#fail #EpicFail #help #neveragain #acmefail @#$&x @ok").keySet())
        .containsExactly("#acmefail", "@ok");
  }

  @Test
  void linksAndNumbersSayNothing() {
    assertThat(Spoken.in("1234 56789 https://example.org/a-b?c #1 @ #")).isEmpty();
  }

  @Property(tries = 300)
  void noTextSpeaksOfMoreThanAFew(@ForAll String text) {
    Map<String, String> spoken = Spoken.in(text + " " + "Aaaa Bbbb @c #d ".repeat(100));

    assertThat(spoken).hasSizeLessThanOrEqualTo(24);
  }
}
