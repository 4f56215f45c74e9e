package io.groundswell.domain.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What people have called false counts for its own subject, as long as they stay with it. */
class FalseAlarmsTest {
  private static final long DAY = 86_400_000;

  @Test
  void countsHalfAfterThirtyDaysAndForItsOwnSubjectAlone() {
    List<Opinion> said = List.of(said("shop:1", Judgement.FALSE, 0));

    assertThat(FalseAlarms.count(said, "shop", 0)).isEqualTo(1);
    assertThat(FalseAlarms.count(said, "shop", 30 * DAY)).isEqualTo(.5, within(1e-9));
    assertThat(FalseAlarms.count(said, "shop/checkout", 0)).isZero();
    assertThat(FalseAlarms.count(said, "shop", 180 * DAY)).isZero();
  }

  @Test
  void nobodyKnewItBefore() {
    assertThat(FalseAlarms.count(List.of(said("shop:1", Judgement.FALSE, DAY)), "shop", 0))
        .isZero();
  }

  @Test
  void theLastWordOnAnIncidentCounts() {
    Opinion first = said("shop:1", Judgement.FALSE, 0);
    Opinion second = said("shop:1", Judgement.REAL, DAY);

    assertThat(FalseAlarms.count(List.of(first, second), "shop", DAY - 1)).isPositive();
    assertThat(FalseAlarms.count(List.of(first, second), "shop", DAY)).isZero();
    assertThat(FalseAlarms.count(List.of(second, first), "shop", DAY)).isZero();
  }

  private static Opinion said(String incident, Judgement judgement, long at) {
    return Opinion.of(new Verdict(incident, judgement, "ann", at, null, null), at);
  }
}
