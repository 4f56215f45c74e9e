package io.groundswell.jobs.surge.evaluate.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodesTest {
  @Test
  void anAlarmBeginsAfterAnHourBelowTheThreshold() {
    double[] stream = new double[300];
    stream[10] = 5;
    stream[70] = 5; // An hour and no minute more: the alarm of minute 10 goes on.
    stream[131] = 5; // Sixty minutes below it lie between: the next.
    Episodes episodes = episodes(stream);

    assertThat(episodes.alarms(5)).isEqualTo(2);
    assertThat(episodes.alarms(5.1)).isZero();
  }

  @Test
  void agreesWithCountingOneThresholdAfterTheOther() {
    double[] stream = randomWalk();
    Episodes episodes = episodes(stream);

    for (double threshold = -3; threshold < 8; threshold += .1) {
      assertThat(episodes.alarms(threshold)).isEqualTo(counted(stream, threshold));
    }
  }

  @Test
  void theThresholdMeetsTheTargetOnWhatItWasCalibratedOn() {
    Episodes episodes = episodes(randomWalk());
    for (int most : new int[] {0, 1, 5, 20}) {
      double threshold = Episodes.threshold(List.of(episodes), most);
      assertThat(episodes.alarms(threshold)).isLessThanOrEqualTo(most);
      assertThat(episodes.alarms(Math.nextDown(threshold))).isGreaterThan(most);
    }
  }

  @Test
  void theThresholdIsNotOneBelowWhichAlarmsRunIntoEachOther() {
    double[] stream = new double[1000];
    for (int i = 0; i < stream.length; i++) {
      stream[i] = i % 100 == 0 ? 9 : 1;
    }
    Episodes episodes = episodes(stream);

    assertThat(episodes.alarms(0.5)).isEqualTo(1);
    assertThat(Episodes.threshold(List.of(episodes), 3)).isGreaterThan(9);
  }

  @Test
  void theWarmUpIsNotCounted() {
    Episodes episodes = new Episodes(1);
    episodes.add(9, false);
    for (int i = 0; i < 100; i++) {
      episodes.add(0, true);
    }
    assertThat(episodes.alarms(9)).isZero();
  }

  private static Episodes episodes(double... statistics) {
    Episodes episodes = new Episodes(1);
    for (double statistic : statistics) {
      episodes.add(statistic, true);
    }
    return episodes;
  }

  private static long counted(double[] stream, double threshold) {
    long alarms = 0;
    int last = Integer.MIN_VALUE / 2;
    for (int i = 0; i < stream.length; i++) {
      if (stream[i] >= threshold) {
        alarms += i - last > 60 ? 1 : 0;
        last = i;
      }
    }
    return alarms;
  }

  private static double[] randomWalk() {
    Draws draws = Draws.of(1);
    double[] stream = new double[20_000];
    double value = 0;
    for (int i = 0; i < stream.length; i++) {
      value = .98 * value + .3 * draws.gaussian();
      stream[i] = value;
    }
    return stream;
  }
}
