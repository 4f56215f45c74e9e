package io.groundswell.jobs.surge.evaluate.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.jobs.surge.evaluate.study.ComplaintStream.Purpose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComplaintStreamTest {
  private static final int DRAWS = 400_000;
  private static final long MINUTE = 60_000;

  @ParameterizedTest
  @ValueSource(doubles = {0.02, 0.5, 3, 9.9, 10.1, 60, 5000})
  void poissonHasMeanAndVarianceOfItsMean(double mean) {
    Draws draws = Draws.of(1, Double.doubleToLongBits(mean));
    Moments moments = new Moments();
    for (int i = 0; i < DRAWS; i++) {
      moments.add(draws.poisson(mean));
    }
    assertThat(moments.mean()).isEqualTo(mean, within(5 * Math.sqrt(mean / DRAWS)));
    assertThat(moments.variance()).isEqualTo(mean, within(mean * 5 * spread(mean)));
  }

  /** Relative standard error of the variance of Poisson draws. */
  private static double spread(double mean) {
    return Math.sqrt((2 + 1 / mean) / DRAWS);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.4, 1, 20, 200})
  void gammaHasMeanAndVarianceOfItsShape(double shape) {
    Draws draws = Draws.of(2, Double.doubleToLongBits(shape));
    Moments moments = new Moments();
    for (int i = 0; i < DRAWS; i++) {
      moments.add(draws.gamma(shape));
    }
    assertThat(moments.mean()).isEqualTo(shape, within(5 * Math.sqrt(shape / DRAWS)));
    assertThat(moments.variance()).isEqualTo(shape, within(0.03 * shape));
  }

  @Test
  void countsScatterAsANegativeBinomial() {
    StreamModel clean = StreamModel.of(10, 0, Draws.of(3));
    Draws draws = Draws.of(4);
    Moments moments = new Moments();
    for (int i = 0; i < DRAWS; i++) {
      moments.add(clean.count(10, draws));
    }
    assertThat(moments.mean()).isEqualTo(10, within(0.05));
    double variance = 10 + clean.dispersion * 100;
    assertThat(moments.variance()).isEqualTo(variance, within(0.02 * variance));
  }

  @Test
  void duplicatesRaiseMeanAndVarianceAsTheModelSays() {
    StreamModel rough = StreamModel.of(10, 1, Draws.of(3));
    Draws draws = Draws.of(5);
    Moments moments = new Moments();
    for (int i = 0; i < DRAWS; i++) {
      moments.add(rough.count(10, draws));
    }
    double mean = rough.mean(10);
    double variance = mean + rough.dispersion(10) * mean * mean;
    assertThat(mean).isEqualTo(10.8, within(1e-9));
    assertThat(moments.mean()).isEqualTo(mean, within(0.05));
    assertThat(moments.variance()).isEqualTo(variance, within(0.02 * variance));
  }

  @Test
  void theSeasonHasMeanOneAndQuietWeekends() {
    double ratios = 0;
    for (int i = 0; i < 300; i++) {
      double[] season = StreamModel.of(1, i, Draws.of(6, i)).season;
      double week = 0;
      double weekend = 0;
      for (int minute = 0; minute < season.length; minute++) {
        week += season[minute];
        weekend += minute >= 5 * 1440 ? season[minute] : 0;
      }
      assertThat(week / season.length).isEqualTo(1, within(1e-9));
      ratios += weekend / 2 / ((week - weekend) / 5);
    }
    assertThat(ratios / 300).isEqualTo(.7 * Math.exp(.15 * .15 / 2), within(0.03));
  }

  @ParameterizedTest
  @ValueSource(longs = {MINUTE / 6, MINUTE, 5 * MINUTE})
  void intensityDoesNotDependOnTheBucket(long width) {
    ComplaintStream stream = new ComplaintStream(new StreamName(7, Purpose.CALM, 2, 1), width);
    ComplaintStream minutes = new ComplaintStream(new StreamName(7, Purpose.CALM, 2, 1), MINUTE);
    double sum = 0;
    double expected = 0;
    while (stream.time() < ComplaintStream.START + 1440 * MINUTE) {
      stream.next();
      sum += stream.intensity();
    }
    while (minutes.time() < ComplaintStream.START + 1440 * MINUTE) {
      minutes.next();
      expected += minutes.intensity();
    }
    assertThat(sum).isEqualTo(expected, within(1e-6));
  }

  @Test
  void aNameDecidesAStream() {
    assertThat(week(1, Purpose.CALM, 1)).isEqualTo(week(1, Purpose.CALM, 1));
    assertThat(week(1, Purpose.CALM, 1)).isNotEqualTo(week(2, Purpose.CALM, 1));
    assertThat(week(1, Purpose.CALM, 1)).isNotEqualTo(week(1, Purpose.CALM, 2));
    assertThat(week(1, Purpose.CALM, 1)).isNotEqualTo(week(1, Purpose.SURGES, 1));
  }

  @Test
  void roughStreamsWanderByTwelvePercentAndMore() {
    Moments logs = new Moments();
    for (int number = 1; number < 200; number += 3) {
      ComplaintStream stream =
          new ComplaintStream(new StreamName(8, Purpose.CALM, 1, number), MINUTE);
      for (int minute = 0; minute < 10_080; minute++) {
        stream.next();
        logs.add(Math.log(stream.intensity() * 1.08 / stream.model().season[minute]));
      }
    }
    // Wander of .12 and days of .06, independent.
    assertThat(Math.sqrt(logs.variance())).isEqualTo(.134, within(0.006));
  }

  private static int[] week(long seed, Purpose purpose, int number) {
    ComplaintStream stream = new ComplaintStream(new StreamName(seed, purpose, 2, number), MINUTE);
    int[] counts = new int[10_080];
    for (int i = 0; i < counts.length; i++) {
      counts[i] = stream.next();
    }
    return counts;
  }

  /** Running mean and variance. */
  private static final class Moments {
    private long n;
    private double sum;
    private double squares;

    void add(double value) {
      n++;
      sum += value;
      squares += value * value;
    }

    double mean() {
      return sum / n;
    }

    double variance() {
      return squares / n - mean() * mean();
    }
  }
}
