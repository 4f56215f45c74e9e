package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.at;
import static io.groundswell.domain.incident.Bulletin.calm;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.reopens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static io.groundswell.domain.incident.Desk.withQueue;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far ahead of the support queue an incident is. */
class LeadTest {
  private static final String CALLS = "support:firefox";

  @Test
  void nothingIsKnownWhereNoContactsAreRead() {
    Desk desk = given(opens("firefox", 5, 20), resolves("firefox", 90)).quietAt(120);

    assertThat(desk.said()).hasSize(2);
    assertThat(desk.last().lead()).isEqualTo(new Lead(null, null, null, LeadStatus.UNKNOWN));
  }

  @Test
  void aWarningIsAheadOfAQueueThatSurgesLater() {
    Desk desk =
        withQueue()
            .then(opens("firefox", 5, 20), calm(CALLS, 9), opens(CALLS, 19, 16).since(17, 9, 1));

    assertThat(desk.said())
        .extracting(IncidentUpdate::status)
        .containsExactly(Status.OPENED, Status.UPDATED);
    assertThat(desk.said().get(0).lead().status()).isEqualTo(LeadStatus.UNKNOWN);
    assertThat(desk.last().lead()).isEqualTo(new Lead(at(9), at(17), 11 * 60L, LeadStatus.AHEAD));
    assertThat(desk.last().explanation())
        .contains("The support queue began to surge at 2026-01-05T12:17:00Z, 11 min after");
  }

  @Test
  void aQueueThatSurgesFirstIsAheadOfTheWarning() {
    Desk desk =
        withQueue()
            .then(opens(CALLS, 3, 16).since(2, 9, 1), opens("firefox", 9, 20).since(1, 9, 1));

    assertThat(desk.said()).hasSize(1);
    assertThat(desk.last().lead()).isEqualTo(new Lead(at(3), at(2), -8 * 60L, LeadStatus.BEHIND));
    assertThat(desk.last().explanation()).contains("8 min before this was told");
  }

  @Test
  void aQueueThatStaysCalmIsSaidToWhenAllIsOver() {
    Desk desk =
        withQueue()
            .then(opens("firefox", 5, 20), calm(CALLS, 20), resolves("firefox", 90))
            .quietAt(120);

    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().lead())
        .isEqualTo(new Lead(at(20), null, null, LeadStatus.NO_SUPPORT_SURGE));
  }

  @Test
  void aSurgeOfTheQueueThatWasOverBeforeHasNothingToDoWithIt() {
    Desk desk =
        withQueue()
            .then(
                opens(CALLS, 3, 16), resolves(CALLS, 40), opens("firefox", 60, 20).since(55, 9, 1));

    assertThat(desk.last().lead()).isEqualTo(new Lead(null, null, null, LeadStatus.UNKNOWN));
  }

  @Test
  void contactsAboutAnotherProductAreNone() {
    Desk desk = withQueue().then(opens("firefox", 5, 20), opens("support:accounts", 19, 16));

    assertThat(desk.said()).hasSize(1);
    assertThat(desk.last().lead().firstContactAt()).isNull();
  }

  @Test
  void aPlaceIsMeasuredAgainstItsProductsQueueAndItsOwn() {
    Desk desk =
        withQueue()
            .then(opens("firefox@IT", 5, 20), opens("support:firefox@IT", 12, 16).since(10, 9, 1));

    assertThat(desk.last().lead().supportOnsetAt()).isEqualTo(at(10));
    assertThat(withQueue().then(opens("firefox@IT", 5, 20), opens(CALLS, 12, 16)).last().lead())
        .extracting(Lead::status)
        .isEqualTo(LeadStatus.BEHIND);
  }

  @Test
  void aProductIsMeasuredAgainstTheQueuesOfItsParts() {
    Desk desk =
        withQueue()
            .then(opens("firefox", 5, 20), opens("support:firefox/sync", 12, 16).since(10, 9, 1));

    assertThat(desk.last().lead().seconds()).isEqualTo(4 * 60L);
  }

  @Test
  void theQueueSurgesUntilTheLastOfItsPartsIsCalm() {
    Desk desk =
        withQueue()
            .then(
                opens("support:firefox/sync", 3, 16).since(2, 9, 1),
                opens(CALLS, 4, 16),
                resolves(CALLS, 20),
                opens("firefox", 30, 20).since(25, 9, 1));

    assertThat(desk.last().lead().supportOnsetAt()).isEqualTo(at(2));
  }

  @Test
  void aRushThatComesEveryDayIsNoSurgeUntilItIsLarger() {
    int day = 24 * 60;
    Desk desk =
        withQueue()
            .then(
                calm(CALLS, 0),
                calm(CALLS, 1),
                opens("firefox", day - 9, 20).since(day - 9, 9, 1),
                opens(CALLS, day, 16).since(day, 9, 1),
                calm(CALLS, day + 1));
    assertThat(desk.said()).hasSize(1);

    desk.then(calm(CALLS, day + 2), calm(CALLS, day + 3));
    assertThat(desk.last().lead()).isEqualTo(new Lead(at(day), at(day), 8 * 60L, LeadStatus.AHEAD));
  }

  @Test
  void whatComesBackMayStillMeetTheQueue() {
    Desk desk =
        withQueue()
            .then(opens("firefox", 5, 20), resolves("firefox", 60))
            .quietAt(100)
            .then(reopens("firefox", 120, 20), opens(CALLS, 130, 16).since(128, 9, 1));

    assertThat(desk.said())
        .extracting(update -> update.lead().status())
        .containsExactly(
            LeadStatus.UNKNOWN, LeadStatus.NO_SUPPORT_SURGE, LeadStatus.UNKNOWN, LeadStatus.AHEAD);
  }

  @Test
  void whatIsWithheldIsMeasuredOnceItIsTold() {
    Desk desk =
        withQueue()
            .then(
                opens("chatter:firefox", 0, 20).since(-5, 201, 1),
                opens("firefox", 0, 16).since(-4, 30, 1),
                opens(CALLS, 2, 16).since(2, 9, 1),
                calm("firefox", 4).since(-4, 81, 1.6));

    assertThat(desk.last().detectedAt()).isEqualTo(at(5));
    assertThat(desk.last().lead().status()).isEqualTo(LeadStatus.BEHIND);
    assertThat(desk.last().lead().seconds()).isEqualTo(-3 * 60L);
  }

  @Test
  void theQueueNeverOpensAnIncidentByItself() {
    assertThat(withQueue().then(opens(CALLS, 3, 16), resolves(CALLS, 40)).said()).isEmpty();
  }

  @Test
  void theQueueRemembersALimitedPast() {
    Desk desk = withQueue();
    for (int minute = 0; minute < 2 * SupportQueue.REMEMBERED; minute++) {
      desk.then(calm(CALLS, minute));
    }
    int now = 2 * SupportQueue.REMEMBERED;
    desk.then(opens("firefox", now, 20).since(now - 10, 9, 1));

    assertThat(desk.last().lead().firstContactAt()).isEqualTo(at(now - 10));
  }
}
