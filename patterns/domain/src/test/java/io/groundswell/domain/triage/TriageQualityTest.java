package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.domain.triage.TriageQuality.Judged;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TriageQualityTest {
  private static final TriageQuality QUALITY =
      TriageQuality.of(
          List.of(
              complaint(.95), complaint(.8), chatter(.7), complaint(.4), chatter(.2), chatter(.1)));

  @Test
  void countsAtAThreshold() {
    assertThat(QUALITY.recall(.5)).isEqualTo(2 / 3.);
    assertThat(QUALITY.falseAlarms(.5)).isEqualTo(1 / 3.);
    assertThat(QUALITY.precision(.5)).isEqualTo(2 / 3.);
    // F1 of complaints 2*2/(4+1+1), of chatter 2*2/(4+1+1).
    assertThat(QUALITY.macroF1(.5)).isEqualTo(2 / 3., within(1e-12));
  }

  @Test
  void ranksWithoutAThreshold() {
    // Of nine pairs only (.4, .7) is the wrong way round.
    assertThat(QUALITY.auc()).isEqualTo(8 / 9., within(1e-12));
    assertThat(QUALITY.precisionAtRecall(.5)).isEqualTo(1);
    assertThat(QUALITY.precisionAtRecall(1)).isEqualTo(.75);
    assertThat(QUALITY.recallAtFalseAlarms(.03)).isEqualTo(2 / 3.);
    assertThat(QUALITY.recallAtFalseAlarms(.4)).isEqualTo(1);
  }

  @Test
  void tiesAreAToss() {
    assertThat(TriageQuality.of(List.of(complaint(.5), chatter(.5), chatter(.5))).auc())
        .isEqualTo(.5);
  }

  @Test
  void noThresholdLiesBetweenEquals() {
    TriageQuality quality =
        TriageQuality.of(List.of(complaint(.5), chatter(.5), complaint(.5), chatter(.5)));
    // All four are called complaints, or none: F1 of 2/3 for the ones, 0 for the others.
    assertThat(quality.bestMacroF1()).isEqualTo(1 / 3., within(1e-12));
  }

  @Test
  void aForecastThatIsAlwaysSureAndRightIsCalibrated() {
    assertThat(TriageQuality.of(List.of(complaint(1), chatter(0))).calibrationError()).isZero();
    assertThat(TriageQuality.of(List.of(complaint(.9), chatter(.9))).calibrationError())
        .isEqualTo(.4, within(1e-12));
  }

  @Property
  void theBestThresholdIsAsGoodAsAny(
      @ForAll @Size(min = 2, max = 40) List<@DoubleRange(max = 1) Double> probabilities) {
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < probabilities.size(); i++) {
      judged.add(new Judged(probabilities.get(i), i % 2 == 0));
    }
    TriageQuality quality = TriageQuality.of(judged);
    for (double threshold : probabilities) {
      assertThat(quality.bestMacroF1()).isGreaterThanOrEqualTo(quality.macroF1(threshold) - 1e-12);
    }
  }

  private static Judged complaint(double probability) {
    return new Judged(probability, true);
  }

  private static Judged chatter(double probability) {
    return new Judged(probability, false);
  }
}
