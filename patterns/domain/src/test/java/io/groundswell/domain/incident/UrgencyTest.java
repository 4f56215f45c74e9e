package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.calm;
import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An incident's severity from bucket to bucket. Firefox has high importance. */
class UrgencyTest {

  @Test
  void itRisesAtOnce() {
    Desk desk = given(opens("firefox", 0, 20).since(0, 6, .5));
    assertThat(desk.last().severity()).isEqualTo(Severity.SEV3);

    desk.then(calm("firefox", 5).since(0, 60, 2));
    assertThat(desk.last().status()).isEqualTo(Status.ESCALATED);
    assertThat(desk.last().severity()).isEqualTo(Severity.SEV1);
  }

  @Test
  void itFallsWhenItHasBeenLowerForAQuarterOfAnHour() {
    Desk desk = given(opens("firefox", 0, 20).since(0, 60, 2));
    assertThat(desk.last().severity()).isEqualTo(Severity.SEV1);
    desk.then(calm("firefox", 20).since(0, 61, 3));
    assertThat(desk.said()).as("growth is over, for one bucket").hasSize(1);
    assertThat(desk.nextCheck()).isEqualTo(21 + 15);

    desk.quietAt(34);
    assertThat(desk.said()).hasSize(1);
    desk.quietAt(35);
    assertThat(desk.last().status()).isEqualTo(Status.DEESCALATED);
    assertThat(desk.last().severity()).isEqualTo(Severity.SEV2);
  }

  @Test
  void whatIsLowerForAShortWhileDoesNotFlap() {
    Desk desk =
        given(
            opens("firefox", 0, 20).since(0, 60, 2),
            calm("firefox", 20).since(0, 61, 3),
            calm("firefox", 30).since(0, 110, 4),
            calm("firefox", 40).since(0, 160, 5));

    assertThat(desk.said()).extracting(IncidentUpdate::severity).containsOnly(Severity.SEV1);
  }

  @Test
  void whatIsInThreePlacesIsMoreUrgent() {
    Desk desk = given(opens("mail", 0, 20).since(0, 20, 2), elevated("mail@US", 0));
    assertThat(desk.last().severity()).as("one place and growth").isEqualTo(Severity.SEV2);

    desk.then(elevated("mail@US-CA", 1), elevated("mail@IT", 1), elevated("mail@DE", 1));
    assertThat(desk.said()).hasSize(2);
    desk.then(calm("mail", 2).since(0, 50, 2));
    assertThat(desk.last().severity()).isEqualTo(Severity.SEV1);
  }

  /** While a surge is under way each of its complaints is measured: what was silent was so. */
  @Test
  void whatComesAfterSilenceHasComeAtOnce() {
    Desk desk = given(opens("mail", 0, 20).since(0, 6, .5), calm("mail", 40).since(0, 26, 2));
    assertThat(desk.last().severity())
        .as("twenty people in a minute grow")
        .isEqualTo(Severity.SEV2);

    Desk even = given(opens("mail", 0, 20).since(0, 6, .5), calm("mail", 20).since(0, 16, 1));
    even.then(calm("mail", 40).since(0, 26, 2));
    assertThat(even.last().severity()).isEqualTo(Severity.SEV3);
  }

  @Test
  void whoeverWasToldOfSoManyHearsWhenTheyHaveDoubled() {
    Desk desk =
        given(
            opens("mail", 0, 20).since(0, 6, .5),
            calm("mail", 5).since(0, 11, 1),
            calm("mail", 10).since(0, 12, 1.1));

    assertThat(desk.said())
        .extracting(IncidentUpdate::status)
        .containsExactly(Status.OPENED, Status.UPDATED);
    assertThat(desk.last().observed()).isEqualTo(12);
  }

  @Test
  void whatFadesIsNeverMoreUrgent() {
    Desk desk =
        given(
            opens("firefox", 0, 20).since(0, 6, .5),
            elevated("firefox@IT", 59),
            resolves("firefox", 60).since(0, 60, 4));

    assertThat(desk.said()).extracting(IncidentUpdate::status).doesNotContain(Status.ESCALATED);
  }
}
