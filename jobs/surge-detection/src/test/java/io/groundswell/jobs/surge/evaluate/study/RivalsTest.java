package io.groundswell.jobs.surge.evaluate.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RivalsTest {
  private static final long MINUTE = 60_000;
  private static final int DAY = 1_440;

  @Test
  void theStaticThresholdLooksAtTheCount() {
    assertThat(new StaticThreshold().add(0, 7)).isEqualTo(7);
  }

  @Test
  void ewmaComparesFiveMinutesWithMeanAndDeviation() {
    EwmaZ z = new EwmaZ(1);
    double weight = 1 - Math.pow(2, -1.0 / 1440);
    assertThat(z.add(0, 10)).isZero(); // The mean is 10 now, the variance 0.
    assertThat(z.add(MINUTE, 20)).isZero(); // Sum 30, off 20.
    double variance = (1 - weight) * weight * 400;
    double mean = 10 + weight * 20;
    assertThat(z.add(2 * MINUTE, 0)).isEqualTo((30 - mean) / Math.sqrt(variance), within(1e-9));
  }

  @Test
  void gnipExpectsWhatTheDaysBeforeOfTheSameKindHad() {
    GnipPoisson gnip = new GnipPoisson(1);
    // Three working days with one complaint a minute, then ten minutes with three.
    double last = 0;
    for (int minute = 0; minute < 3 * DAY + 10; minute++) {
      last = gnip.add(monday(minute), minute < 3 * DAY ? 1 : 3);
    }
    assertThat(GnipPoisson.upper(10)).isEqualTo(21.40, within(0.03)); // Half of chi^2 .995 of 22.
    assertThat(last).isEqualTo(20 / (GnipPoisson.upper(10) - 10), within(1e-9));
  }

  @Test
  void earsAddsThreeExcessesOverSevenCounts() {
    EarsC3 ears = new EarsC3(1);
    // Windows of ten minutes, each with all complaints in its first minute.
    int[] windows = {4, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 12};
    double last = 0;
    for (int i = 0; i < windows.length; i++) {
      for (int minute = 0; minute < 10; minute++) {
        last = ears.add(0, minute == 0 ? windows[i] : 0);
      }
    }
    double deviation = Math.sqrt((4 * 16 + 3 * 36 - 34 * 34 / 7.0) / 6);
    double mean = 34 / 7.0; // Of 4 6 4 6 4 6 4, which precede the guard of both 12 and 6.
    double ofTwelve = (12 - mean) / deviation - 1;
    double ofSixBefore = (6 - mean) / deviation - 1;
    assertThat(last).isEqualTo(ofTwelve + ofSixBefore, within(1e-9));
  }

  @Test
  void quasiPoissonFindsLevelWeekendAndTrend() {
    QuasiPoisson model = new QuasiPoisson(98);
    for (int day = 1; day <= 14; day++) {
      for (int i = 0; i < 7; i++) {
        boolean weekend = day % 7 < 2;
        double mean = 1000 * Math.exp(0.02 * day) * (weekend ? 0.5 : 1);
        model.add(-day, weekend, (int) Math.round(mean));
      }
    }
    assertThat(model.fit()).isTrue();
    assertThat(model.mean(false)).isEqualTo(1000, within(20.0));
    assertThat(model.mean(true)).isEqualTo(500, within(10.0));
    assertThat(model.overdispersion()).isEqualTo(1);
  }

  @Test
  void quasiPoissonForgetsPastOutbreaks() {
    QuasiPoisson model = new QuasiPoisson(98);
    for (int i = 0; i < 98; i++) {
      model.add(-1 - i / 7, false, i == 40 ? 900 : 95 + i % 11);
    }
    assertThat(model.fit()).isTrue();
    assertThat(model.mean(false)).isEqualTo(100, within(1.5)); // 108 without the weights.
  }

  @Test
  void farringtonExceedsItsBoundByTheTwoThirdsPower() {
    FarringtonFlexible farrington = new FarringtonFlexible(1);
    double last = 0;
    for (int minute = 0; minute < 14 * DAY + 40; minute++) {
      last = farrington.add(monday(minute), minute < 14 * DAY + 30 ? 10 : 20);
    }
    // Mean 100, dispersion 1, and an estimate from 98 references of which 70 are working days.
    double spread = (1 + 100 * (1 / (100 * 70.0)) * 1.0) / 100;
    double bound = 100 * Math.pow(1 + 2 / 3.0 * 2.58 * Math.sqrt(spread), 1.5);
    assertThat(last).isEqualTo(100 / (bound - 100), within(0.03));
  }

  @Test
  void farringtonSaysNothingOfFewerThanFiveComplaints() {
    FarringtonFlexible farrington = new FarringtonFlexible(1);
    double last = 0;
    for (int minute = 0; minute < 14 * DAY + 20; minute++) {
      last = farrington.add(monday(minute), minute > 14 * DAY && minute < 14 * DAY + 5 ? 1 : 0);
    }
    assertThat(last).isZero();
  }

  @Test
  void theOracleAddsLikelihoodRatios() {
    Background truth = new Background();
    truth.mean = 2;
    truth.dispersion = 0;
    Oracle oracle = new Oracle(truth, 3, 1);
    // Poisson: ln R = x ln 3 - 2 * 2, from R = 1.
    assertThat(oracle.add(0, 6)).isEqualTo(6 * Math.log(3) - 4, within(1e-12));
    truth.dispersion = 1e-7;
    assertThat(new Oracle(truth, 3, 1).add(0, 6)).isEqualTo(6 * Math.log(3) - 4, within(1e-5));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void aCopyGoesOnLikeTheOriginalAndByItself(Contestant contestant) {
    Background truth = new Background();
    truth.mean = 1;
    truth.dispersion = .05;
    Draws draws = Draws.of(9);
    Detector detector = contestant.begin().apply(truth);
    int minute = 0;
    for (; minute < 3 * DAY; minute++) {
      detector.add(monday(minute), draws.poisson(1));
    }
    Detector surging = detector.copy();
    Detector calm = detector.copy();
    for (int i = 0; i < 30; i++) {
      int count = draws.poisson(1);
      surging.add(monday(minute + i), count + 40);
      assertThat(calm.add(monday(minute + i), count))
          .isEqualTo(detector.add(monday(minute + i), count));
    }
  }

  static List<Contestant> everybody() {
    return Contestant.all(Plans.small(1L));
  }

  private static long monday(int minute) {
    return ComplaintStream.START + minute * MINUTE;
  }
}
