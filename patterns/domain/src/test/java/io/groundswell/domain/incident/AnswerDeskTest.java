package io.groundswell.domain.incident;

import static io.groundswell.domain.answer.Judgement.ACKNOWLEDGED;
import static io.groundswell.domain.answer.Judgement.DUPLICATE;
import static io.groundswell.domain.answer.Judgement.FALSE;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Mutes;
import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.AnswerDesk.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Answers are told of, and change nothing of what there is. */
class AnswerDeskTest {
  private static final String ID = "shop:19700101T000000Z";
  private static final long MINUTE = 60_000;
  private static final long DAY = 86_400_000;

  private final SortedMap<String, Answered> known = new TreeMap<>();
  private final List<Mute> mutes = new ArrayList<>();

  @Test
  void theFirstWhoAcknowledgesHasItAndTheNumbersGoOn() {
    says(1, Status.OPENED, 10, 5);

    assertThat(answers("ann", ACKNOWLEDGED, 6)).isEqualTo(Taken.KEPT);
    assertThat(news(7))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.sequence()).isEqualTo(2);
              assertThat(told.status()).isEqualTo(Status.ACKNOWLEDGED);
              assertThat(told.updatedAt()).isEqualTo(7 * MINUTE);
              assertThat(takenBy(told)).isEqualTo("ann");
            });
    assertThat(answers("bob", ACKNOWLEDGED, 8)).isEqualTo(Taken.REPEATED);
    assertThat(news(9)).isEmpty();

    IncidentUpdate worse = says(2, Status.ESCALATED, 40, 10);
    assertThat(worse.sequence()).isEqualTo(3);
    assertThat(takenBy(worse)).isEqualTo("ann");
  }

  @Test
  void whoeverTookItOnHasFinishedWhenItComesBack() {
    says(1, Status.OPENED, 10, 5);
    answers("ann", ACKNOWLEDGED, 6);
    news(7);
    says(2, Status.RESOLVED, 10, 60);

    assertThat(says(3, Status.REOPENED, 20, 80).standing().acknowledged()).isNull();
  }

  @Test
  void aVerdictIsToldWhileItIsOpenAndOnlyKeptAfterwards() {
    says(1, Status.OPENED, 10, 5);
    answers("ann", FALSE, 6);
    assertThat(news(7))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.status()).isEqualTo(Status.UPDATED);
              assertThat(judged(told)).isEqualTo(FALSE);
            });
    assertThat(answers("ann", FALSE, 8)).isEqualTo(Taken.REPEATED);
    says(2, Status.RESOLVED, 10, 60);

    assertThat(answers("bob", DUPLICATE, 90)).isEqualTo(Taken.KEPT);
    assertThat(news(91)).isEmpty();
    assertThat(judged(says(3, Status.REOPENED, 20, 100))).isEqualTo(DUPLICATE);
  }

  @Test
  void nobodyKnowsWhatNeverWasOrWasOverLongAgo() {
    assertThat(answers("ann", FALSE, 1)).isEqualTo(Taken.UNKNOWN);
    says(1, Status.OPENED, 10, 5);
    says(2, Status.RESOLVED, 10, 60);
    news(30 * DAY / MINUTE);
    assertThat(answers("ann", FALSE, 30 * DAY / MINUTE)).isEqualTo(Taken.KEPT);
    news(31 * DAY / MINUTE);

    assertThat(answers("ann", FALSE, 31 * DAY / MINUTE)).isEqualTo(Taken.UNKNOWN);
  }

  @Test
  void whatAMuteHoldsBackLeavesAtItsEnd() {
    mutes.add(mute("m", 0, 30));
    assertThat(mutedBy(says(1, Status.OPENED, 10, 5))).isEqualTo("m");
    assertThat(AnswerDesk.nextCheck(known, all(), 5 * MINUTE)).isEqualTo(30 * MINUTE);
    assertThat(news(29)).isEmpty();

    assertThat(news(30))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.status()).isEqualTo(Status.UPDATED);
              assertThat(told.sequence()).isEqualTo(2);
              assertThat(told.standing()).isEqualTo(Standing.NONE);
            });
  }

  @Test
  void aMuteThatBeginsOnAnOpenIncidentIsTold() {
    says(1, Status.OPENED, 10, 5);
    mutes.add(mute("m", 20, 30));

    assertThat(news(19)).isEmpty();
    assertThat(news(20))
        .singleElement()
        .satisfies(told -> assertThat(mutedBy(told)).isEqualTo("m"));
  }

  @Test
  void aSurgeThatPassesTheFactorIsMutedNoMore() {
    mutes.add(mute("m", 0, 30));
    assertThat(says(1, Status.OPENED, 29, 5).standing().mutedBy()).isNotNull();

    assertThat(says(2, Status.UPDATED, 30, 6).standing().mutedBy()).isNull();
  }

  @Test
  void whatIsNeverPagedIsNeverMuted() {
    mutes.add(mute("m", 0, 30));
    IncidentUpdate chatter = update(1, Status.OPENED, 10, 5, IncidentKind.CHATTER);

    assertThat(AnswerDesk.stamp(known, all(), chatter).standing()).isEqualTo(Standing.NONE);
    assertThat(AnswerDesk.nextCheck(known, all(), 5 * MINUTE)).isEqualTo(Long.MAX_VALUE);
  }

  private IncidentUpdate says(int sequence, Status status, int observed, long minute) {
    return AnswerDesk.stamp(
        known, all(), update(sequence, status, observed, minute, IncidentKind.SURGE));
  }

  private Taken answers(String by, Judgement judgement, long minute) {
    return AnswerDesk.take(known, new Verdict(ID, judgement, by, minute * MINUTE, null, null));
  }

  private List<IncidentUpdate> news(long minute) {
    return AnswerDesk.news(known, all(), minute * MINUTE);
  }

  private static String mutedBy(IncidentUpdate update) {
    return Objects.requireNonNull(update.standing().mutedBy()).id();
  }

  private static String takenBy(IncidentUpdate update) {
    return Objects.requireNonNull(update.standing().acknowledged()).by();
  }

  private static Judgement judged(IncidentUpdate update) {
    return Objects.requireNonNull(update.standing().verdict()).judgement();
  }

  private Mutes all() {
    return new Mutes(mutes, List.of());
  }

  private static Mute mute(String id, long from, long until) {
    return new Mute(id, "shop", from * MINUTE, until * MINUTE, "move", "ann", 3, from * MINUTE);
  }

  private static IncidentUpdate update(
      int sequence, Status status, int observed, long minute, IncidentKind kind) {
    return new IncidentUpdate(
        ID,
        sequence,
        status,
        Severity.SEV3,
        kind,
        "sudden",
        Subject.product("shop"),
        null,
        "",
        0,
        5 * MINUTE,
        minute * MINUTE,
        observed,
        10,
        observed,
        20,
        0,
        14,
        Opening.UNKNOWN,
        BlastRadius.NONE,
        new Lead(null, null, null, LeadStatus.UNKNOWN),
        null,
        null,
        "",
        Standing.NONE);
  }
}
