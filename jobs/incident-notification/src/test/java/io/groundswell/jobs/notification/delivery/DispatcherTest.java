package io.groundswell.jobs.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.delivery.Counts.Of;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.notice.Updates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DispatcherTest extends Dispatching {
  @Test
  void anIncidentIsOneAlertFromItsBeginningToItsEnd() {
    told("shop", 1, "opened", "SEV2");
    loop.pass(5);
    told("shop", 2, "escalated", "SEV1");
    loop.pass(5);
    told(Updates.of("shop", 3, "acknowledged", "SEV1").with("acknowledged_by", "ann"));
    loop.pass(5);
    told(Updates.of("shop", 4, "deescalated", "SEV3").with("acknowledged_by", "ann"));
    loop.pass(5);
    told(Updates.of("shop", 5, "resolved", "SEV3").with("acknowledged_by", "ann"));
    loop.pass(5);

    assertThat(pager.taken)
        .containsExactly(
            "TRIGGER shop#1",
            "UPDATE shop#2",
            "ACKNOWLEDGE shop#3",
            "UPDATE shop#4",
            "RESOLVE shop#5");
    assertThat(chat.taken)
        .as("told of it as it became SEV3")
        .containsExactly("TRIGGER shop#4", "ACKNOWLEDGE shop#4", "RESOLVE shop#5");
    assertThat(dispatcher.snapshot()).isEmpty();
  }

  @Test
  void whatComesTwiceIsToldOnce() {
    told("shop", 1, "opened", "SEV2");
    told("shop", 1, "opened", "SEV2");
    loop.pass(5);
    told("shop", 1, "opened", "SEV2");
    loop.pass(500);

    assertThat(pager.attempts).containsExactly("TRIGGER shop#1");
    assertThat(other.attempts).isEmpty();
  }

  @Test
  void aLaterUpdateReplacesOneThatWaits() {
    pager.answers(DOWN);
    told("shop", 1, "opened", "SEV2");
    told("shop", 2, "updated", "SEV2");
    told("shop", 3, "updated", "SEV2");
    loop.pass(10);

    assertThat(pager.taken).containsExactly("TRIGGER shop#3");
    assertThat(dispatcher.counts().get(Of.COLLAPSED)).isEqualTo(2);
    assertThat(dispatcher.counts().get(Of.RETRIED)).isEqualTo(1);
  }

  @Test
  void anEscalationOvertakesUpdatesThatWait() {
    MemoryDestination slow =
        new MemoryDestination(loop, new Manner(true, true, 1, 0, null)).takes(1_000);
    pager = slow;
    dispatcher = dispatcher();
    for (String incident : List.of("a", "b", "c")) {
      told(incident, 1, "opened", "SEV2");
    }
    loop.pass(10);
    slow.taken.clear();
    told("a", 2, "updated", "SEV2"); // Under way as the others come.
    told("b", 2, "updated", "SEV2");
    told("c", 2, "escalated", "SEV1");
    loop.pass(10);

    assertThat(slow.taken).containsExactly("UPDATE a#2", "UPDATE c#2", "UPDATE b#2");
  }

  @Test
  void aRefusedPageGoesToTheFallbackAtOnceAndIsKept() {
    pager.answersAlways(Answer.refused("400 bad routing key"));
    told("shop", 1, "opened", "SEV1");
    loop.pass(2);

    assertThat(pager.attempts).hasSize(1);
    assertThat(other.taken).containsExactly("TRIGGER shop#1");
    assertThat(journal.outcome("pager|shop")).isEqualTo(Entry.Outcome.REFUSED);

    pager.answersAlways(OK);
    assertThat(dispatcher.redeliver(null)).isEqualTo(1);
    told("shop", 2, "resolved", "SEV1");
    loop.pass(2);
    assertThat(pager.taken).last().isEqualTo("RESOLVE shop#2");
    assertThat(other.taken).last().isEqualTo("RESOLVE shop#2");
  }

  @Test
  void aPagerThatIsDownIsFollowedByTheFallbackAfterAMinute() {
    pager.answersAlways(DOWN);
    told("shop", 1, "opened", "SEV1");
    loop.pass(59);
    assertThat(other.taken).isEmpty();
    loop.pass(2);
    assertThat(other.taken).containsExactly("TRIGGER shop#1");

    told("mail", 1, "opened", "SEV1");
    loop.pass(1);
    assertThat(other.taken).as("the breaker is open by now").contains("TRIGGER mail#1");

    pager.answersAlways(OK);
    loop.pass(120);
    assertThat(pager.taken).containsExactlyInAnyOrder("TRIGGER shop#1", "TRIGGER mail#1");
  }

  @Test
  void whatWasOverBeforeThePagerCameBackIsNotPagedByTheFallback() {
    pager.answersAlways(DOWN);
    told("shop", 1, "opened", "SEV1");
    loop.pass(30);
    told("shop", 2, "resolved", "SEV1");
    loop.pass(100);

    assertThat(other.attempts).isEmpty();
  }

  @Test
  void aDestinationIsLeftAloneForAsLongAsItAsks() {
    pager.answers(Answer.tryAgain("429", Duration.ofSeconds(40)));
    told("shop", 1, "opened", "SEV2");
    loop.pass(2);
    told("mail", 1, "opened", "SEV2");
    loop.pass(37);
    assertThat(pager.attempts).hasSize(1);
    loop.pass(5);
    assertThat(pager.taken).hasSize(2);
  }

  @Test
  void noMoreCallsAMinuteThanAllowed() {
    MemoryDestination limited =
        new MemoryDestination(loop, new Manner(true, true, 8, 60, null)).takes(1);
    pager = limited;
    dispatcher = dispatcher();
    for (int i = 0; i < 100; i++) {
      told("p" + i, 1, "opened", "SEV2");
    }
    loop.pass(60);
    assertThat(limited.attempts).hasSizeBetween(60, 71);
    loop.pass(60);
    assertThat(limited.taken).hasSize(100);
  }

  @Test
  void aBrokenDestinationIsTriedByOneAtATime() {
    MemoryDestination down =
        new MemoryDestination(loop, new Manner(true, true, 8, 0, null)).answersAlways(DOWN);
    pager = down;
    dispatcher = dispatcher();
    for (int i = 0; i < 20; i++) {
      told("p" + i, 1, "opened", "SEV2");
    }
    loop.pass(10);
    down.mostUnderWay = 0;
    int before = down.attempts.size();
    loop.pass(600);
    assertThat(down.mostUnderWay).isEqualTo(1);
    assertThat(down.attempts.size() - before).isLessThan(60);
  }

  @Test
  void aMuteHoldsBackThePageAndItsEndListsIt() {
    long end = START + 600_000;
    told(Updates.of("shop", 1, "opened", "SEV2").mutedUntil(end));
    told(Updates.of("mail", 1, "opened", "SEV2").mutedUntil(end));
    loop.pass(300);
    told(Updates.of("mail", 2, "resolved", "SEV2").mutedUntil(end));
    loop.pass(290);
    assertThat(pager.attempts).isEmpty();
    assertThat(other.attempts).as("nor by the fallback").isEmpty();
    loop.pass(20);
    assertThat(chat.taken).singleElement().asString().startsWith("RESOLVE mute:m1#");

    told("shop", 2, "updated", "SEV2");
    loop.pass(5);
    assertThat(pager.taken).containsExactly("TRIGGER shop#2");
  }

  @Test
  void whatWasPagedBeforeAMuteIsStillClosed() {
    told("shop", 1, "opened", "SEV2");
    loop.pass(5);
    told(Updates.of("shop", 2, "resolved", "SEV2").mutedUntil(START + 600_000));
    loop.pass(5);
    assertThat(pager.taken).containsExactly("TRIGGER shop#1", "RESOLVE shop#2");
  }

  @Test
  void whatIsRecordedOnlyWakesNobodyUp() {
    told(Updates.of("shop", 1, "opened", "SEV1").with("kind", "campaign"));
    loop.pass(100);
    assertThat(pager.attempts).isEmpty();
    assertThat(dispatcher.counts().get(Of.UNROUTED)).isZero();
  }

  @Test
  void anOpenAlertIsRepeatedUntilItIsOverAlsoAfterARestart() {
    Manner forgetful = new Manner(true, true, 4, 0, Duration.ofSeconds(60));
    pager = new MemoryDestination(loop, forgetful);
    dispatcher = dispatcher();
    told("shop", 1, "opened", "SEV2");
    loop.pass(125);
    assertThat(pager.attempts).containsExactly("TRIGGER shop#1", "REPEAT shop#1", "REPEAT shop#1");

    List<Kept> kept = dispatcher.snapshot();
    pager = new MemoryDestination(loop, forgetful);
    dispatcher = dispatcher();
    kept.forEach(dispatcher::take);
    loop.pass(65);
    assertThat(pager.attempts).containsExactly("REPEAT shop#1");
    told("shop", 2, "resolved", "SEV2");
    loop.pass(200);
    assertThat(pager.attempts).containsExactly("REPEAT shop#1", "RESOLVE shop#2");
  }

  @Test
  void afterACrashTheJournalSaysWhatWasTold() {
    chat.answers(Answer.delivered("C1/17.4"));
    told("shop", 1, "opened", "SEV3");
    loop.pass(5);
    told("shop", 2, "updated", "SEV3");
    loop.pass(5);
    chat = MemoryDestination.chat(loop);
    dispatcher = dispatcher(); // Without state: no checkpoint had succeeded.
    told("shop", 1, "opened", "SEV3");
    told("shop", 2, "updated", "SEV3");
    told("shop", 3, "resolved", "SEV3");
    loop.pass(5);

    assertThat(chat.attempts).containsExactly("RESOLVE shop#3 as C1/17.4");
  }

  @Test
  void whatNobodyTakesForADayIsKeptAndDeliveredOnRequest() {
    pager.answersAlways(DOWN);
    told("shop", 1, "opened", "SEV2");
    loop.pass(26 * 3_600);
    assertThat(journal.outcome("pager|shop")).isEqualTo(Entry.Outcome.GIVEN_UP);
    int attempts = pager.attempts.size();
    loop.pass(3_600);
    assertThat(pager.attempts).hasSize(attempts);

    pager = MemoryDestination.pager(loop);
    dispatcher = dispatcher();
    assertThat(dispatcher.redeliver("shop")).isEqualTo(1);
    loop.pass(5);
    assertThat(pager.taken).containsExactly("TRIGGER shop#1");
  }

  @Test
  void recordsThatAreNoUpdatesAreKept() {
    dispatcher.take(new Kept("not json", START));
    dispatcher.take(new Kept("{\"incident_id\": \"x\"}", START));
    assertThat(dispatcher.counts().get(Of.UNREADABLE)).isEqualTo(2);
    assertThat(journal.all)
        .extracting(Entry::reason)
        .containsExactly(
            "no update of an incident, no JSON", "no update of an incident, 'status' is missing");
  }
}
