package io.groundswell.jobs.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.notification.delivery.Counts.Of;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.notice.Updates;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong at one place, and must not go wrong at another. */
class MishapsTest extends Dispatching {
  private static final Answer GONE = Answer.refused("404");

  @Test
  void aChatThatFailsWakesUpNoFallback() {
    chat.answersAlways(GONE);
    told("shop", 1, "opened", "SEV3");
    loop.pass(5);
    told("shop", 2, "escalated", "SEV2");
    loop.pass(200);
    chat.answersAlways(DOWN);
    for (int i = 0; i < 9; i++) {
      told("p" + i, 1, "opened", "SEV3");
    }
    loop.pass(100);
    told("mail", 1, "opened", "SEV1");
    loop.pass(200);

    assertThat(pager.taken).containsExactly("TRIGGER shop#2", "TRIGGER mail#1");
    assertThat(other.attempts).isEmpty();
  }

  @Test
  void anEndThatIsRefusedIsNotFollowedByTheOldNewsAndCanBeDeliveredLater() {
    pager = new MemoryDestination(loop, new Manner(true, true, 4, 0, Duration.ofSeconds(60)));
    dispatcher = dispatcher();
    told("shop", 1, "opened", "SEV2");
    loop.pass(5);
    pager.answers(GONE);
    told("shop", 2, "resolved", "SEV2");
    loop.pass(300);
    assertThat(pager.attempts).containsExactly("TRIGGER shop#1", "RESOLVE shop#2");

    assertThat(dispatcher.redeliver("shop")).isEqualTo(1);
    loop.pass(5);
    assertThat(pager.taken).containsExactly("TRIGGER shop#1", "RESOLVE shop#2");
  }

  @Test
  void whatAMuteHeldBackIsListedAfterARestartThatOutlastedIt() {
    long end = START + 600_000;
    told(Updates.of("shop", 1, "opened", "SEV2").mutedUntil(end));
    loop.pass(10);
    List<Kept> kept = dispatcher.snapshot();
    VirtualLoop later = new VirtualLoop(end + 60_000);
    loop = later;
    pager = MemoryDestination.pager(loop);
    chat = MemoryDestination.chat(loop);
    other = MemoryDestination.pager(loop);
    dispatcher = dispatcher();
    kept.forEach(dispatcher::take);
    loop.pass(10);
    assertThat(chat.taken).singleElement().asString().startsWith("RESOLVE mute:m1#");
    assertThat(pager.attempts).isEmpty();
    told("shop", 2, "updated", "SEV2");
    loop.pass(10);
    assertThat(pager.taken).containsExactly("TRIGGER shop#2");
  }

  @Test
  void aMuteThatIsToldAgainEndsWhenItWasSaidLast() {
    told(Updates.of("shop", 1, "opened", "SEV2").mutedUntil(START + 100_000));
    loop.pass(10);
    told(Updates.of("shop", 2, "updated", "SEV2").mutedUntil(START + 300_000));
    loop.pass(200);
    assertThat(chat.taken).isEmpty();
    loop.pass(100);
    assertThat(chat.taken).hasSize(1);
  }

  @Test
  void whatCannotBePutOnRecordStopsNothing() {
    journal.broken = true;
    told("a", 1, "opened", "SEV3");
    told("b", 1, "opened", "SEV3");
    loop.pass(5);
    assertThat(chat.taken).hasSize(2);
    assertThat(dispatcher.counts().get(Of.UNRECORDED)).isEqualTo(2);
  }

  @Test
  void aDestinationThatThrowsIsTriedAgain() {
    pager.throwsOnce = true;
    told("shop", 1, "opened", "SEV2");
    loop.pass(10);
    assertThat(pager.taken).containsExactly("TRIGGER shop#1");
  }

  @Test
  void whatIsBackWhileItsPagerIsDownGoesToTheFallback() {
    told("shop", 1, "opened", "SEV1");
    loop.pass(5);
    pager.answersAlways(DOWN);
    told("shop", 2, "resolved", "SEV1");
    told("shop", 3, "reopened", "SEV1");
    loop.pass(70);
    assertThat(other.taken).containsExactly("TRIGGER shop#3");
  }

  @Test
  void whatCameWhileWeWereAwayIsGivenToThePagerFirst() {
    dispatcher.pause();
    dispatcher.take(new Kept(Updates.of("shop", 1, "opened", "SEV1").json(), START - 300_000));
    loop.pass(10);
    dispatcher.begin();
    loop.pass(100);
    assertThat(pager.taken).containsExactly("TRIGGER shop#1");
    assertThat(other.attempts).isEmpty();
  }

  @Test
  void whoWasNeverToldOfItIsNotToldItsEnd() {
    told("shop", 1, "opened", "SEV2");
    loop.pass(5);
    told("shop", 2, "resolved", "SEV4");
    loop.pass(5);
    assertThat(pager.taken).last().isEqualTo("RESOLVE shop#2");
    assertThat(chat.attempts).isEmpty();
  }
}
