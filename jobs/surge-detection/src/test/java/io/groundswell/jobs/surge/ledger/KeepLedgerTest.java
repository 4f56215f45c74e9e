package io.groundswell.jobs.surge.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.jobs.surge.connector.Input;
import java.time.Instant;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Outcomes to final rows, minute by minute. */
class KeepLedgerTest {
  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final long ONE = NOON + 60_000;

  private OneInputStreamOperatorTestHarness<Tally, Tally> addUp;
  private KeyedOneInputStreamOperatorTestHarness<Long, Tally, Tally> ledger;

  @BeforeEach
  void open() throws Exception {
    addUp = new OneInputStreamOperatorTestHarness<>(new AddUpOutcomes());
    addUp.open();
    create();
    ledger.open();
  }

  @AfterEach
  void close() throws Exception {
    addUp.close();
    ledger.close();
  }

  private void create() throws Exception {
    ledger =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new KeepLedger()), Tally::minute, Types.LONG);
  }

  @Test
  void outcomesAreAddedUpUntilEventTimeMoves() throws Exception {
    for (int i = 0; i < 1000; i++) {
      addUp.processElement(chatter(NOON + i, i % 2 == 0 ? "x" : "forum"), NOON);
    }
    assertThat(addUp.extractOutputValues()).isEmpty();

    addUp.processWatermark(new Watermark(NOON));
    assertThat(addUp.extractOutputValues())
        .extracting(Tally::source, Tally::count)
        .containsExactly(tuple("x", 500L), tuple("forum", 500L));
  }

  @Test
  void nothingIsHeldOverACheckpoint() throws Exception {
    addUp.processElement(chatter(NOON, "x"), NOON);
    addUp.prepareSnapshotPreBarrier(1);

    assertThat(addUp.extractOutputValues()).hasSize(1);
  }

  @Test
  void aRowLeavesOnceWhenItsMinuteIsOver() throws Exception {
    meet(chatter(NOON, "x"));
    meet(chatter(NOON + 59_999, "x"));
    meet(chatter(ONE, "x"));
    meet(Tally.one(NOON, Input.POSTS, "x", Outcome.COMPLAINTS, true, true));
    ledger.processWatermark(ONE - 2);
    assertThat(ledger.extractOutputValues()).isEmpty();

    ledger.processWatermark(ONE - 1);
    assertThat(ledger.extractOutputValues())
        .containsExactly(
            new Tally(NOON, Input.POSTS, "x", Outcome.CHATTER, 2, 0, 0),
            new Tally(NOON, Input.POSTS, "x", Outcome.COMPLAINTS, 1, 1, 1));
    ledger.processWatermark(ONE + 59_999);
    assertThat(ledger.extractOutputValues()).hasSize(3);
    assertThat(ledger.numKeyedStateEntries()).isZero();
  }

  @Test
  void aSnapshotKeepsTheMinuteUnderWay() throws Exception {
    meet(chatter(NOON, "x"));
    OperatorSubtaskState snapshot = ledger.snapshot(1, 1);
    ledger.close();
    create();
    ledger.initializeState(snapshot);
    ledger.open();
    meet(chatter(NOON + 1, "x"));
    ledger.processWatermark(ONE - 1);

    assertThat(ledger.extractOutputValues()).extracting(Tally::count).containsExactly(2L);
  }

  private void meet(Tally tally) throws Exception {
    ledger.processElement(tally, tally.minute());
  }

  private static Tally chatter(long time, String source) {
    return Tally.one(time, Input.POSTS, source, Outcome.CHATTER);
  }
}
