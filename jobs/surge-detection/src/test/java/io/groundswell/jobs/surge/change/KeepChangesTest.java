package io.groundswell.jobs.surge.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Said;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepChangesTest {
  private static final long MINUTE = 60_000;
  private static final long HOUR = 60 * MINUTE;
  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  private static final ArrivalRule RULE = new ArrivalRule(MINUTE, 5 * MINUTE);

  private KeyedTwoInputStreamOperatorTestHarness<String, SentChange, Ruling, Change> keepChanges;

  @BeforeEach
  void begin() throws Exception {
    create();
    keepChanges.open();
  }

  @AfterEach
  void close() throws Exception {
    keepChanges.close();
  }

  private void create() throws Exception {
    keepChanges =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(
                new KeepChanges(RULE, Rules.of(Runs.CATALOGUE, Policy.defaults())),
                List.of(KeptRulings.DESCRIPTOR)),
            change -> change.event().id(),
            null,
            Types.STRING);
  }

  @Test
  void aChangeLeavesAtTheEndOfItsBucket() throws Exception {
    meet(change("1", NOON + 10_000, "acme-pay", 0));
    keepChanges.processBothWatermarks(new Watermark(NOON + MINUTE - 2));
    assertThat(kept()).isEmpty();

    keepChanges.processBothWatermarks(new Watermark(NOON + MINUTE - 1));
    assertThat(keepChanges.extractOutputStreamRecords())
        .extracting(StreamRecord::getTimestamp)
        .containsExactly(NOON + MINUTE - 1);
    assertThat(kept())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.product()).isEqualTo("acme");
              assertThat(change.component()).isEqualTo("pay");
              assertThat(change.at()).isEqualTo(NOON + 10_000);
            });
  }

  @Test
  void theFirstInOrderCountsWhateverCameFirst() throws Exception {
    meet(
        change("1", NOON + 20_000, "beta", 1),
        change("1", NOON + 10_000, "acme", 9),
        change("1", NOON + 10_000, "beta", 11));
    keepChanges.processBothWatermarks(new Watermark(NOON + MINUTE - 1));

    assertThat(kept()).extracting(Change::product).containsExactly("acme");
    assertThat(said().count(Outcome.CHANGES)).isEqualTo(1);
    assertThat(said().count(Outcome.DUPLICATES)).isEqualTo(2);
  }

  @Test
  void whatComesLateLeavesWithTheBucketThatIsOpen() throws Exception {
    meet(new SentChange(event("1", NOON, "acme"), NOON + 3 * MINUTE - 1, 0));
    keepChanges.processBothWatermarks(new Watermark(NOON + 4 * MINUTE - 1));

    assertThat(keepChanges.extractOutputStreamRecords())
        .extracting(StreamRecord::getTimestamp)
        .containsExactly(NOON + 4 * MINUTE - 1);
    assertThat(said().late()).isEqualTo(1);
  }

  @Test
  void whatIsOlderThanTheMemoryIsDropped() throws Exception {
    meet(new SentChange(event("1", NOON, "acme"), NOON + 49 * HOUR - 1, 0));
    keepChanges.processBothWatermarks(new Watermark(NOON + 50 * HOUR));

    assertThat(kept()).isEmpty();
    assertThat(said().count(Outcome.LATE_DROPPED)).isEqualTo(1);
  }

  @Test
  void aChangeToNothingInTheCatalogueIsCountedAndGoesNoFurther() throws Exception {
    meet(change("1", NOON, "gizmo", 0));
    keepChanges.processBothWatermarks(new Watermark(NOON + MINUTE - 1));

    assertThat(kept()).isEmpty();
    assertThat(said().count(Outcome.CHANGES)).isEqualTo(1);
    assertThat(said().unmatched()).isEqualTo(1);
  }

  @Test
  void anIdIsKnownFor48ClockHoursAndThenForgotten() throws Exception {
    meet(change("1", NOON, "acme", 0));
    keepChanges.processBothWatermarks(new Watermark(NOON + 48 * HOUR));
    meet(change("1", NOON + 48 * HOUR + MINUTE, "acme", 1));
    keepChanges.processBothWatermarks(new Watermark(NOON + 49 * HOUR - 1));
    assertThat(kept()).hasSize(1);

    meet(change("1", NOON + 49 * HOUR, "acme", 2));
    keepChanges.processBothWatermarks(new Watermark(NOON + 50 * HOUR));
    assertThat(kept()).hasSize(2);
    keepChanges.processBothWatermarks(new Watermark(NOON + 100 * HOUR));
    assertThat(keepChanges.numKeyedStateEntries()).isZero();
    assertThat(keepChanges.numEventTimeTimers()).isZero();
  }

  @Test
  void aSnapshotKeepsWhatIsKnownAndWhatWaits() throws Exception {
    meet(change("1", NOON, "acme", 0));
    keepChanges.processBothWatermarks(new Watermark(NOON + MINUTE));
    meet(change("1", NOON + 2 * MINUTE, "acme", 1), change("2", NOON + 2 * MINUTE, "beta", 0));
    OperatorSubtaskState snapshot = keepChanges.snapshot(1, 1);
    keepChanges.close();
    create();
    keepChanges.initializeState(snapshot);
    keepChanges.open();
    keepChanges.processBothWatermarks(new Watermark(NOON + 3 * MINUTE));

    assertThat(kept()).extracting(Change::id).containsExactly("2");
  }

  @Test
  void theOrderOfArrivalMakesNoDifference() throws Exception {
    Random random = new Random(7);
    List<SentChange> changes = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String id = "" + random.nextInt(20);
      changes.add(change(id, NOON + random.nextInt(3) * MINUTE, i % 2 == 0 ? "acme" : "beta", i));
    }
    meet(changes.toArray(SentChange[]::new));
    keepChanges.processBothWatermarks(new Watermark(NOON + HOUR));
    List<Change> first = kept();
    close();
    begin();
    Collections.shuffle(changes, random);
    meet(changes.toArray(SentChange[]::new));
    keepChanges.processBothWatermarks(new Watermark(NOON + HOUR));

    assertThat(kept()).containsExactlyInAnyOrderElementsOf(first);
  }

  private void meet(SentChange... changes) throws Exception {
    for (SentChange change : changes) {
      keepChanges.processElement1(change, change.event().at());
    }
  }

  private List<Change> kept() {
    return keepChanges.extractOutputValues();
  }

  private Said said() {
    return Said.in(keepChanges.getSideOutput(Ledger.OUTCOMES));
  }

  private static SentChange change(String id, long at, String service, long record) {
    return new SentChange(event(id, at, service), ArrivalRule.NONE_CLOSED, record);
  }

  private static ChangeEvent event(String id, long at, String service) {
    return new ChangeEvent(id, at, "deploy", service, null, List.of(), null, "s", null);
  }
}
