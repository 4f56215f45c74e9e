package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.escalates;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.reopens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read. */
class WordingTest {

  @Test
  void anIncidentThatOpens() {
    IncidentUpdate opened = given(opens("firefox", 0, 20).since(-3, 44, 2.5)).last();

    assertThat(opened.severity()).isEqualTo(Severity.SEV2);
    assertThat(opened.title())
        .isEqualTo("Firefox: complaints surge, 44 people in 4 min where 2.5 are normal");
    assertThat(opened.explanation())
        .isEqualTo(
            "Since 2026-01-05T11:57:00Z, 44 people have complained in 88 posts; the baseline"
                + " expects 2.5. Calm until the bucket before, then extreme: evidence 20.0 against"
                + " a threshold of 14.3; by chance at most 0.0035 times a week over the 168"
                + " subjects watched.");
  }

  @Test
  void anIncidentThatIsOver() {
    IncidentUpdate resolved =
        given(opens("firefox", 0, 20), resolves("firefox", 130).since(0, 212.4, 31.49)).last();

    assertThat(resolved.title()).isEqualTo("Firefox: complaints are back to normal, after 2.2 h");
    assertThat(resolved.explanation())
        .isEqualTo(
            "Since 2026-01-05T12:00:00Z, 212 people have complained in 425 posts; the baseline"
                + " expects 31. Calm for long enough, and the recovery test is sure that the"
                + " baseline is back.");
  }

  @Test
  void anIncidentThatGrows() {
    IncidentUpdate escalated =
        given(opens("firefox", 0, 20), escalates("firefox", 149, 60).since(0, 900, 40.2)).last();

    assertThat(escalated.title())
        .isEqualTo("Firefox: the surge has grown, 900 people in 2.5 h where 40 are normal");
    assertThat(escalated.explanation())
        .endsWith(
            "Now: evidence 60.0 against a threshold of 14.3 (evidence restarts when an incident"
                + " opens).");
  }

  @Test
  void anIncidentThatComesBack() {
    IncidentUpdate reopened =
        given(opens("firefox", 0, 20), resolves("firefox", 60), reopens("firefox", 99, 15)).last();

    assertThat(reopened.title())
        .isEqualTo("Firefox: complaints surge again, 183 people in 100 min where 20 are normal");
    assertThat(reopened.explanation())
        .contains("Extreme again soon after the end: evidence 15.0 against a threshold of 14.3;")
        .contains("by chance at most 0.52 times a week");
  }

  @Test
  void anIncidentThatReachesFurther() {
    IncidentUpdate updated = given(opens("firefox", 0, 20), elevated("firefox@IT", 4)).last();

    assertThat(updated.title())
        .isEqualTo("Firefox: complaints surge, 12 people in 5 min where 2 are normal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "firefox/sync | Firefox, Sync: complaints surge",
        "firefox/tabs | Firefox, tabs: complaints surge",
        "firefox@IT | Firefox in Italy: complaints surge",
        "@IT | All products in Italy: complaints surge",
        "? | Complaints about no known product: complaints surge",
        "mail | Mail: complaints surge",
      })
  void everySubjectHasAName(String subject, String title) {
    assertThat(given(opens(subject, 0, 20)).last().title()).startsWith(title + ", ");
  }

  @Test
  void theWordsAreTheSameOnEveryMachine() {
    Locale machine = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG"));
    try {
      anIncidentThatOpens();
      anIncidentThatGrows();
    } finally {
      Locale.setDefault(machine);
    }
  }
}
