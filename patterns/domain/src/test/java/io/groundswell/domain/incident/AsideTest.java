package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.at;
import static io.groundswell.domain.incident.Bulletin.calm;
import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.escalates;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** Campaigns and chatter are recorded; complaints that chatter explains are withheld. */
class AsideTest {
  private static final String CHATTER = "chatter:firefox";

  @Test
  void aCampaignIsRecordedAndNeverMoreThanThat() {
    Desk desk =
        given(
            opens("echo:firefox", 0, 20).since(-3, 120, 1).by(1, 9),
            escalates("echo:firefox", 20, 60).since(-3, 900, 2),
            resolves("echo:firefox", 60).since(-3, 950, 4));

    assertThat(desk.said())
        .extracting(IncidentUpdate::kind, IncidentUpdate::status, IncidentUpdate::severity)
        .containsExactly(
            tuple(IncidentKind.CAMPAIGN, Status.OPENED, Severity.SEV4),
            tuple(IncidentKind.CAMPAIGN, Status.RESOLVED, Severity.SEV4));
    IncidentUpdate opened = desk.said().get(0);
    assertThat(opened.incidentId()).isEqualTo("echo:firefox:20260105T115700Z");
    assertThat(opened.subject().key()).isEqualTo("firefox");
    assertThat(opened.title())
        .isEqualTo(
            "Firefox: 240 posts by few voices repeat one another; recorded, nobody is paged");
    assertThat(opened.blastRadius()).isEqualTo(BlastRadius.NONE);
    assertThat(desk.last().title()).isEqualTo("Firefox: the campaign is over");
  }

  @Test
  void itNeverMergesWithASurgeOfTheSamePeople() {
    Desk desk = given(opens("echo:firefox", 0, 20).by(1, 20), opens("firefox", 0, 20).by(1, 20));

    assertThat(desk.said())
        .extracting(IncidentUpdate::kind)
        .containsExactly(IncidentKind.CAMPAIGN, IncidentKind.SURGE);
  }

  @Test
  void complaintsThatChatterExplainsAreWithheld() {
    Desk desk =
        given(
            opens(CHATTER, 0, 20).since(-5, 201, 1),
            opens("firefox", 0, 16).since(-4, 30, 1),
            opens("firefox@IT", 3, 16).since(-4, 12, .2),
            resolves("firefox", 60).since(-4, 34, 2),
            resolves(CHATTER, 90).since(-5, 243, 3));

    assertThat(desk.said()).extracting(IncidentUpdate::kind).containsOnly(IncidentKind.CHATTER);
    IncidentUpdate over = desk.quietAt(120).last();
    assertThat(over.title()).isEqualTo("Firefox: the chatter is over");
    assertThat(over.observed()).isEqualTo(486);
    assertThat(over.explanation())
        .contains("about 486 people have posted without complaining; 6 are normal")
        .contains("34 complaints were withheld");
    assertThat(desk.incidents().keySet()).containsExactly(over.incidentId());
  }

  @Test
  void aFaultDuringTheJokeOpensOnceItIsMoreThanChatterExplains() {
    Desk desk =
        given(
            opens(CHATTER, 0, 20).since(-5, 201, 1),
            opens("firefox", 0, 16).since(-4, 30, 1),
            calm("firefox", 3).since(-4, 70, 1.5),
            calm("firefox", 4).since(-4, 81, 1.6));

    assertThat(desk.last().kind()).isEqualTo(IncidentKind.SURGE);
    assertThat(desk.last().status()).isEqualTo(Status.OPENED);
    assertThat(desk.last().onsetAt()).isEqualTo(at(-4));
    assertThat(desk.last().detectedAt()).isEqualTo(at(5));
    assertThat(desk.last().evidence()).isEqualTo(16);
    assertThat(desk.said()).hasSize(2);
  }

  @Test
  void theProductSurgesInsideWhatWasWithheldOfAPlace() {
    Desk desk =
        given(
            opens(CHATTER, 0, 20).since(-5, 201, 1),
            opens("firefox@IT", 0, 16).since(-4, 12, .2),
            opens("firefox", 2, 18).since(-4, 200, 2));

    assertThat(desk.last().kind()).isEqualTo(IncidentKind.SURGE);
    assertThat(desk.last().subject().key()).isEqualTo("firefox@IT");
  }

  @Test
  void chatterFromBeforeExplainsNothing() {
    Desk desk =
        given(
            opens(CHATTER, 0, 20).since(-5, 400, 1),
            calm(CHATTER, 100).since(-5, 500, 4),
            opens("firefox", 130, 16).since(120, 30, 1));

    assertThat(desk.last().kind()).isEqualTo(IncidentKind.SURGE);
  }

  @Test
  void chatterAboutAnotherProductExplainsNothing() {
    Desk desk =
        given(
            opens("chatter:accounts", 0, 20).since(-5, 400, 1),
            opens("firefox", 0, 16).since(-4, 30, 1));

    assertThat(desk.said()).hasSize(2);
  }

  @Test
  void chatterThatIsElevatedAndNoIncidentYetExplainsAsWell() {
    Desk desk =
        given(
            elevated(CHATTER, 0).since(-5, 60, 1),
            opens("firefox", 0, 16).since(-4, 18, 1),
            opens(CHATTER, 1, 20).since(-5, 80, 1));

    assertThat(desk.said()).extracting(IncidentUpdate::kind).containsOnly(IncidentKind.CHATTER);
  }
}
