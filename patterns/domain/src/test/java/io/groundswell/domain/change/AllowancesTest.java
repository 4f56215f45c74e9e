package io.groundswell.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllowancesTest {
  private static final long MINUTE = 60_000;
  private static final double SHARE = .1;
  private final Allowances rules = new Allowances(SHARE, MINUTE);

  @Test
  void theAverageWeightOfAMinuteIsNeverAboveOne() {
    for (int seed = 0; seed < 20; seed++) {
      Random dice = new Random(seed);
      int minutes = 60 * 1440;
      double[] weights = new double[minutes + 120];
      java.util.Arrays.fill(weights, 1 - SHARE);
      double rate = Math.pow(10, -1 - 3.5 * dice.nextDouble());
      Allowance saved = null;
      double spent = 0;
      for (int minute = 0; minute < minutes; minute++) {
        if (dice.nextDouble() < rate) {
          saved = rules.by((minute + 1) * MINUTE, saved, 0);
          Easing easing = rules.buy(change(minute), saved, (minute + 1) * MINUTE);
          saved = rules.spend(saved);
          for (long at = easing.from(); at < easing.until(); at += MINUTE) {
            weights[(int) (at / MINUTE)] += easing.extra();
            spent += easing.extra();
          }
        }
        assertThat(spent).isLessThanOrEqualTo(SHARE * (minute + 1) + 1e-6);
      }
      assertThat(java.util.Arrays.stream(weights, 0, minutes).average().orElseThrow())
          .isLessThanOrEqualTo(1 + 1e-9);
    }
  }

  @Test
  void theFirstChangeInALongTimeBuysMuchAndOneOfManyBuysLittle() {
    Allowance month = rules.by(28L * 1440 * MINUTE, null, 0);
    double once = Allowances.discount(rules.buy(change(0), month, 0).extra(), SHARE);
    assertThat(once).isCloseTo(3.65, within(.05));
    Allowance saved = null;
    double last = 0;
    for (int hour = 1; hour < 24 * 28; hour++) {
      saved = rules.by(hour * 60L * MINUTE, saved, 0);
      last = Allowances.discount(rules.buy(change(0), saved, 0).extra(), SHARE);
      saved = rules.spend(saved);
    }
    assertThat(last).isCloseTo(.105, within(.01));
  }

  @Test
  void nobodySavesForMoreThanFourWeeks() {
    Allowance month = rules.by(28L * 1440 * MINUTE, null, 0);
    assertThat(rules.by(280L * 1440 * MINUTE, null, 0).minutes()).isEqualTo(month.minutes());
  }

  @Test
  void whatBecomesKnownLateHasTheRestOfItsHour() {
    Allowance month = rules.by(28L * 1440 * MINUTE, null, 0);
    Easing late = rules.buy(change(0), month, 41 * MINUTE);
    assertThat(late.from()).isEqualTo(41 * MINUTE);
    assertThat(late.until()).isEqualTo(61 * MINUTE);
    assertThat(late.since()).isEqualTo(40 * MINUTE);
    assertThat(rules.isTooLate(change(0), 60 * MINUTE)).isFalse();
    assertThat(rules.isTooLate(change(0), 61 * MINUTE)).isTrue();
  }

  @Test
  void nothingIsSavedBeforeAnybodyWatches() {
    assertThat(rules.by(1000 * MINUTE, null, 1000 * MINUTE).minutes()).isZero();
  }

  private static Change change(int minute) {
    return new Change(
        "d" + minute, minute * MINUTE, 0, "deploy", "shop", null, List.of(), "release", null);
  }
}
