package io.groundswell.jobs.surge.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.post.ParsePosts;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Answers meet incidents at the close of a bucket, whichever came first. */
class AnswerIncidentsTest {
  private static final long MINUTE = 60_000;
  private static final String ID = "shop:19700101T000000Z";

  private KeyedTwoInputStreamOperatorTestHarness<Byte, IncidentUpdate, GivenAnswer, IncidentUpdate>
      operator;

  @BeforeEach
  void begin() throws Exception {
    create();
    operator.open();
  }

  @AfterEach
  void close() throws Exception {
    operator.close();
  }

  private void create() throws Exception {
    ArrivalRule rule = new ArrivalRule(MINUTE, 5 * MINUTE);
    operator =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(
                new AnswerIncidents(Rules.of(Catalogue.none(), Policy.defaults()), rule)),
            update -> (byte) 0,
            answer -> (byte) 0,
            Types.BYTE);
  }

  @Test
  void theOrderInWhichTheyComeChangesNothing() throws Exception {
    says(1, Status.OPENED, 5);
    mutes("a", 0, 30, 4);
    mutes("a", 0, 8, 6);
    answers("ann", Judgement.ACKNOWLEDGED, 6);
    until(60);
    List<String> straight = told();
    operator.close();
    begin();
    answers("ann", Judgement.ACKNOWLEDGED, 6);
    mutes("a", 0, 8, 6);
    mutes("a", 0, 30, 4);
    says(1, Status.OPENED, 5);
    until(60);

    assertThat(told())
        .isEqualTo(straight)
        .containsExactly(
            "1 OPENED at 5 muted until 30",
            "2 ACKNOWLEDGED at 7 muted until 8 ann",
            "3 UPDATED at 8 ann");
  }

  @Test
  void aRestartForgetsNothing() throws Exception {
    mutes("a", 0, 30, 4);
    says(1, Status.OPENED, 5);
    answers("ann", Judgement.ACKNOWLEDGED, 6);
    until(10);
    OperatorSubtaskState state = operator.snapshot(1, 1);
    operator.close();
    create();
    operator.initializeState(state);
    operator.open();
    says(2, Status.ESCALATED, 20);
    until(60);

    assertThat(told())
        .containsExactly("3 ESCALATED at 20 muted until 30 ann", "4 UPDATED at 30 ann");
  }

  @Test
  void anAnswerToAnIncidentThatNobodyKnowsIsADeadLetter() throws Exception {
    answers("ann", Judgement.REAL, 6);
    until(10);

    assertThat(operator.getSideOutput(ParsePosts.DEAD_LETTERS))
        .extracting(StreamRecord::getValue)
        .singleElement()
        .satisfies(letter -> assertThat(letter.where()).isEqualTo("verdicts-0:6"));
    assertThat(operator.getSideOutput(Ledger.OUTCOMES))
        .extracting(tally -> tally.getValue().outcome())
        .containsExactly(Outcome.DEAD_LETTERS);
  }

  @Test
  void theEndOfTheInputIsNoEndOfAMute() throws Exception {
    mutes("a", 0, 30, 4);
    says(1, Status.OPENED, 5);
    until(10);
    answers("ann", Judgement.REAL, 20);
    operator.processBothWatermarks(Watermark.MAX_WATERMARK);

    assertThat(told()).containsExactly("1 OPENED at 5 muted until 30");
    assertThat(operator.getSideOutput(Ledger.OUTCOMES))
        .extracting(tally -> tally.getValue().outcome())
        .containsExactly(Outcome.MUTES, Outcome.VERDICTS);
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    for (IncidentUpdate update : operator.extractOutputValues()) {
      Standing standing = update.standing();
      Mute mute = standing.mutedBy();
      Verdict acknowledged = standing.acknowledged();
      told.add(
          "%d %s at %d".formatted(update.sequence(), update.status(), update.updatedAt() / MINUTE)
              + (mute == null ? "" : " muted until " + mute.until() / MINUTE)
              + (acknowledged == null ? "" : " " + acknowledged.by()));
    }
    return told;
  }

  private void until(int minute) throws Exception {
    operator.processBothWatermarks(new Watermark(minute * MINUTE - 1));
  }

  private void mutes(String id, long from, long until, long said) throws Exception {
    Mute mute =
        new Mute(id, "shop", from * MINUTE, until * MINUTE, "move", "ann", 3, said * MINUTE);
    send(new SentAnswer(null, mute, ArrivalRule.NONE_CLOSED, null));
  }

  private void answers(String by, Judgement judgement, long minute) throws Exception {
    DeadLetter unknown = new DeadLetter("unknown-incident", "", "verdicts-0:" + minute, "");
    Verdict verdict = new Verdict(ID, judgement, by, minute * MINUTE, null, null);
    send(new SentAnswer(verdict, null, ArrivalRule.NONE_CLOSED, unknown));
  }

  private void send(SentAnswer answer) throws Exception {
    operator.processElement2(new StreamRecord<>(GivenAnswer.of(answer), 0));
  }

  private void says(int sequence, Status status, long minute) throws Exception {
    IncidentUpdate update =
        new IncidentUpdate(
            ID,
            sequence,
            status,
            Severity.SEV3,
            IncidentKind.SURGE,
            "sudden",
            Subject.product("shop"),
            null,
            "",
            0,
            5 * MINUTE,
            minute * MINUTE,
            10,
            10,
            10,
            20,
            0,
            14,
            Opening.UNKNOWN,
            new BlastRadius(List.of(), List.of(), List.of(), List.of()),
            new Lead(null, null, null, LeadStatus.UNKNOWN),
            null,
            null,
            "",
            Standing.NONE);
    operator.processElement1(new StreamRecord<>(update, minute * MINUTE - 1));
  }
}
