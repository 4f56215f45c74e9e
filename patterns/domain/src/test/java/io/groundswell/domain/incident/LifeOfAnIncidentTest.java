package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.at;
import static io.groundswell.domain.incident.Bulletin.calm;
import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.escalates;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.reopens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;

/** Opened, escalated, resolved, reopened: what changes, and what never does. */
class LifeOfAnIncidentTest {

  @Test
  void eachUpdateIsNumberedAndNamesItsPattern() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            elevated("firefox@IT", 3),
            escalates("firefox", 20, 60),
            escalates("firefox", 45, 90),
            resolves("firefox", 120),
            reopens("firefox", 150, 16));

    assertThat(desk.said())
        .extracting(IncidentUpdate::sequence, IncidentUpdate::status, IncidentUpdate::pattern)
        .containsExactly(
            tuple(1, Status.OPENED, "sudden"),
            tuple(2, Status.UPDATED, "sudden"),
            tuple(3, Status.ESCALATED, "escalation"),
            tuple(4, Status.ESCALATED, "escalation"),
            tuple(5, Status.RESOLVED, "recovery"),
            tuple(6, Status.REOPENED, "relapse"));
    assertThat(desk.said()).extracting(IncidentUpdate::updatedAt).isSorted();
  }

  @Test
  void subjectIdOnsetAndDetectionNeverChange() {
    Desk desk =
        given(
            opens("firefox", 5, 20),
            opens("firefox/sync", 7, 60),
            escalates("firefox", 30, 90),
            resolves("firefox", 120),
            reopens("firefox", 150, 16));

    assertThat(desk.said())
        .hasSize(5)
        .allSatisfy(
            update -> {
              assertThat(update.incidentId()).isEqualTo("firefox:20260105T120000Z");
              assertThat(update.subject().key()).isEqualTo("firefox");
              assertThat(update.onsetAt()).isEqualTo(at(0));
              assertThat(update.detectedAt()).isEqualTo(at(6));
            });
  }

  @Test
  void itIsOverWhenItsSubjectHasRecoveredAndItsMembersAreCalm() {
    Desk desk = given(opens("firefox", 0, 20), resolves("firefox", 60));

    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().updatedAt()).isEqualTo(at(61));
    assertThat(desk.waits()).isFalse();
  }

  @Test
  void itWaitsForEveryMemberToHaveBeenCalmLongEnough() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            elevated("firefox@IT", 0),
            elevated("firefox@IT", 49),
            resolves("firefox", 60));
    assertThat(desk.last().status()).isEqualTo(Status.OPENED);
    assertThat(desk.nextCheck()).isEqualTo(50 + Desk.RESOLVE_AFTER);

    desk.quietAt(78);
    assertThat(desk.said()).hasSize(1);
    desk.quietAt(79);

    assertThat(desk.said()).hasSize(2);
    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().updatedAt()).isEqualTo(at(80));
    assertThat(desk.last().pattern()).isEqualTo("recovery");
    assertThat(desk.waits()).isFalse();
  }

  @Test
  void aMemberThatIsElevatedAgainPutsItOff() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            elevated("firefox@IT", 45),
            resolves("firefox", 60),
            elevated("firefox@IT", 70));

    assertThat(desk.nextCheck()).isEqualTo(71 + Desk.RESOLVE_AFTER);
    assertThat(desk.quietAt(75).said()).hasSize(2);
    assertThat(desk.quietAt(100).last().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void nothingWaitsBeforeTheSubjectItselfHasRecovered() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            elevated("firefox@IT", 0),
            calm("firefox", 40).since(0, 12, 2));

    assertThat(desk.waits()).isFalse();
    assertThat(desk.quietAt(500).said()).hasSize(1);
  }

  @Test
  void theRecoveryOfAnotherMemberEndsNothing() {
    Desk desk =
        given(opens("firefox", 0, 20), opens("firefox/sync", 0, 18), resolves("firefox/sync", 60));

    assertThat(desk.said()).hasSize(1);
    assertThat(desk.last().status()).isEqualTo(Status.OPENED);
  }

  @Test
  void theFiguresStopWhereTheSubjectRecovers() {
    Desk desk =
        given(
            opens("firefox", 0, 20).since(0, 30, 2),
            elevated("firefox@IT", 50),
            resolves("firefox", 60).since(0, 80, 12),
            calm("firefox", 65).since(0, 2, 1));

    assertThat(desk.quietAt(90).last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().observed()).isEqualTo(80);
    assertThat(desk.last().expected()).isEqualTo(12);
  }

  @Test
  void whatComesBackIsAddedToWhatHasBeen() {
    Desk desk =
        given(
            opens("firefox", 0, 20).since(0, 30, 3),
            resolves("firefox", 60).since(0, 44, 9),
            reopens("firefox", 99, 15).since(95, 8, .5),
            calm("firefox", 100).since(95, 10, .6));

    assertThat(desk.said()).extracting(IncidentUpdate::observed).containsExactly(30L, 44L, 52L);
    assertThat(desk.last().onsetAt()).isEqualTo(at(0));
    desk.then(resolves("firefox", 160).since(95, 10, .6));
    assertThat(desk.last().observed()).isEqualTo(54);
    assertThat(desk.last().posts()).isEqualTo(108);
  }

  /** Its subject went on inside another incident meanwhile: two incidents, two identities. */
  @Test
  void aForgottenIncidentIsNeverGivenItsIdAgain() {
    Desk desk =
        given(opens("firefox@IT", 0, 20), resolves("firefox@IT", 60))
            .quietAt(90)
            .quietAt(300)
            .then(reopens("firefox@IT", 301, 16).since(298, 9, 1));

    assertThat(desk.said())
        .filteredOn(update -> update.status() == Status.OPENED)
        .extracting(IncidentUpdate::incidentId)
        .hasSize(2)
        .doesNotHaveDuplicates();
  }

  @Test
  void aSurgeThatComesBackSoonReopensIt() {
    Desk desk =
        given(opens("firefox", 0, 20), resolves("firefox", 60), reopens("firefox", 179, 16));

    assertThat(desk.last().status()).isEqualTo(Status.REOPENED);
    assertThat(desk.last().sequence()).isEqualTo(3);
    assertThat(desk.incidents()).hasSize(1);

    desk.then(resolves("firefox", 240));
    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().sequence()).isEqualTo(4);
  }

  @Test
  void aMemberThatComesBackSoonReopensItToo() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            elevated("firefox@IT", 0),
            resolves("firefox", 60),
            opens("firefox@IT", 100, 30));

    assertThat(desk.last().status()).isEqualTo(Status.REOPENED);
    assertThat(desk.last().subject().key()).isEqualTo("firefox");
    assertThat(desk.nextCheck())
        .as("its own subject is still calm")
        .isEqualTo(101 + Desk.RESOLVE_AFTER);
  }

  @Test
  void whoWasNoMemberOpensAnotherOne() {
    Desk desk =
        given(opens("firefox", 0, 20), resolves("firefox", 60), opens("firefox/sync", 100, 30));

    assertThat(desk.last().status()).isEqualTo(Status.OPENED);
    assertThat(desk.last().subject().key()).isEqualTo("firefox/sync");
    assertThat(desk.last().sequence()).isEqualTo(1);
  }

  @Test
  void longAfterItsEndASurgeIsANewIncident() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            resolves("firefox", 60),
            opens("firefox", 181, 20).since(180, 9, 1));

    assertThat(desk.last().status()).isEqualTo(Status.OPENED);
    assertThat(desk.last().incidentId()).isEqualTo("firefox:20260105T150000Z");
    assertThat(desk.incidents()).containsOnlyKeys("firefox:20260105T150000Z");
  }

  @Test
  void whatOpensAndEscalatesInOneBucketIsOneUpdate() {
    Desk desk =
        given(opens("firefox", 0, 20), elevated("firefox@IT", 20), escalates("firefox", 20, 40));

    assertThat(desk.said())
        .extracting(IncidentUpdate::status)
        .containsExactly(Status.OPENED, Status.ESCALATED);
    assertThat(desk.last().blastRadius().regions()).hasSize(1);
  }

  @Test
  void aLoneComplaintFromAPlaceThatWasCalmKeepsNothingOpen() {
    Desk desk =
        Desk.given(
            Bulletin.opens("firefox", 0, 16),
            Bulletin.elevated("firefox@IT", 5).of(3),
            Bulletin.elevated("firefox@IT", 30).of(1),
            Bulletin.resolves("firefox", 50));
    desk.then(Bulletin.elevated("firefox@IT", 75).of(1));

    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().updatedAt()).isLessThanOrEqualTo(Bulletin.at(76));
  }

  @Test
  void complaintsThatGoOnDoKeepItOpen() {
    Desk desk =
        Desk.given(
            Bulletin.opens("firefox", 0, 16),
            Bulletin.elevated("firefox@IT", 40).of(1),
            Bulletin.resolves("firefox", 50),
            Bulletin.elevated("firefox@IT", 60).of(1),
            Bulletin.elevated("firefox@IT", 85).of(1));

    assertThat(desk.last().status()).isNotEqualTo(Status.RESOLVED);
    assertThat(desk.nextCheck()).isEqualTo(86 + Desk.RESOLVE_AFTER);
  }
}
