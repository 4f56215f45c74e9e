package io.groundswell.jobs.surge.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Easing;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.surge.baseline.Notice;
import io.groundswell.jobs.surge.baseline.Share;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.co.KeyedCoProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SaveForChangesTest {
  private static final long MINUTE = 60_000;
  private static final int DAY = 20_000;
  private static final long MIDNIGHT = DAY * Buckets.DAY;

  private KeyedTwoInputStreamOperatorTestHarness<Byte, Change, Notice, Notice> operator;

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
    operator =
        new KeyedTwoInputStreamOperatorTestHarness<>(
            new KeyedCoProcessOperator<>(
                new SaveForChanges(new ArrivalRule(MINUTE, 5 * MINUTE), .1)),
            change -> (byte) 0,
            notice -> (byte) 0,
            Types.BYTE);
  }

  @Test
  void nothingIsSpentThatWasNotSavedSinceSavingBegan() throws Exception {
    watchedSince(MIDNIGHT - 200 * Buckets.DAY);
    changed("d1", 100);
    until(101);

    double saved = .1 * 101;
    assertThat(easings().get(0).extra()).isCloseTo(saved / 2 / 60, within(1e-9));
  }

  @Test
  void halfOfWhatIsLeftIsSpentOnTheNextAndARestartForgetsNothing() throws Exception {
    watchedSince(MIDNIGHT);
    changed("d1", 599);
    until(600);
    OperatorSubtaskState state = operator.snapshot(1, 1);
    double first = easings().get(0).extra();
    operator.close();
    create();
    operator.initializeState(state);
    operator.open();
    changed("d2", 600);
    until(601);

    assertThat(easings().get(0).extra()).isCloseTo((60 * first + .1) / 2 / 60, within(1e-9));
  }

  @Test
  void itIsSaidAtTheCloseOfTheBucketInTheOrderOfTime() throws Exception {
    watchedSince(MIDNIGHT);
    changed("b", 10);
    changed("a", 10);
    until(10);
    assertThat(easings()).isEmpty();
    until(11);

    assertThat(easings()).extracting(easing -> easing.change().id()).containsExactly("a", "b");
    assertThat(easings().get(0).from()).isEqualTo(MIDNIGHT + 11 * MINUTE);
  }

  @Test
  void whoSavesNothingYetBuysNothing() throws Exception {
    changed("d1", 10);
    until(20);

    assertThat(easings()).isEmpty();
  }

  private void watchedSince(long moment) throws Exception {
    operator.processElement2(Notice.of(new Share(DAY, 1, 1, moment)), 0);
  }

  private void changed(String id, int minute) throws Exception {
    operator.processElement1(
        new Change(
            id,
            MIDNIGHT + minute * MINUTE,
            ArrivalRule.NONE_CLOSED,
            "deploy",
            "shop",
            null,
            List.of(),
            "release",
            null),
        0);
  }

  private void until(int minute) throws Exception {
    operator.processBothWatermarks(new Watermark(MIDNIGHT + minute * MINUTE - 1));
  }

  private List<Easing> easings() {
    return operator.extractOutputValues().stream()
        .map(notice -> Objects.requireNonNull(notice.easing()))
        .toList();
  }
}
