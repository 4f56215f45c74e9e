package io.groundswell.jobs.surge.evaluate.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurgeTest {
  @Test
  void shapesRiseAsTheirNamesSay() {
    assertThat(Shape.STEP.share(0, 1)).isEqualTo(1);
    assertThat(Shape.RAMP15.share(0, 1)).isEqualTo(1 / 15.0);
    assertThat(Shape.RAMP60.share(29, 30)).isEqualTo(.5);
    assertThat(Shape.RAMP60.share(90, 91)).isEqualTo(1);
    assertThat(Shape.SPIKE5.share(4, 5)).isEqualTo(1);
    assertThat(Shape.SPIKE5.share(5, 6)).isZero();
    assertThat(Shape.SPIKE5.share(2.5, 7.5)).isEqualTo(.5);
  }

  @Test
  void aSurgeAddsWhatItsMultipleSays() {
    StreamModel model = StreamModel.of(10, 0, Draws.of(1));
    Draws draws = Draws.of(2);
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += new Surge(3, Shape.STEP).extra(model, 10, i, i + 1, draws);
    }
    assertThat(sum / 20_000).isEqualTo(20, within(0.2));
  }

  @Test
  void delaysHaveNoQuantileWhereTooManyWereMissed() {
    Delays delays = new Delays();
    for (double minutes : new double[] {4, 1, 3, 2, Double.POSITIVE_INFINITY}) {
      delays.add(minutes);
    }
    assertThat(delays.quantile(.5)).isEqualTo(3);
    assertThat(delays.quantile(.9)).isInfinite();
    assertThat(delays.missed()).isEqualTo(.2);
  }

  @Test
  void filesHoldStreamsAndTheirSurges() throws Exception {
    StringWriter streams = new StringWriter();
    StringWriter truth = new StringWriter();
    new StreamFiles(1, streams, truth).write();

    List<String> surges = truth.toString().lines().toList();
    assertThat(surges.get(0)).isEqualTo("key,onset,end,multiple,shape");
    assertThat(surges.get(1)).matches("r0\\.02_k0,2026-01-2.T.*Z,2026-01-2.T.*Z,[0-9.]+,[a-z0-9]+");
    assertThat(
            streams
                .toString()
                .lines()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct())
        .hasSize(21);
  }
}
