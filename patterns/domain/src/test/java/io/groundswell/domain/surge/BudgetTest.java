package io.groundswell.domain.surge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BudgetTest {

  @Test
  void theStudysThreshold() {
    assertThat(Budget.threshold(168, 1)).isCloseTo(14.3, within(.05));
    assertThat(Budget.threshold(1, 1)).isEqualTo(Math.log(10_080));
  }

  @Test
  void moreSubjectsRaiseItAndALargerBudgetLowersIt() {
    assertThat(Budget.threshold(20, 1) - Budget.threshold(10, 1))
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(Budget.threshold(10, 2)).isCloseTo(Budget.threshold(5, 1), within(1e-12));
  }

  @Property(tries = 200)
  void evidenceAtTheThresholdComesByChanceAsOftenAsTheBudgetAllows(
      @ForAll @IntRange(min = 1, max = 1_000_000) int subjects,
      @ForAll @DoubleRange(min = .01, max = 1000) double perWeek) {
    double threshold = Budget.threshold(subjects, perWeek);

    assertThat(Budget.chancePerWeek(subjects, threshold))
        .isCloseTo(perWeek, within(1e-9 * perWeek));
    assertThat(Budget.chancePerWeek(subjects, threshold + Math.log(10)))
        .isCloseTo(perWeek / 10, within(1e-9 * perWeek));
  }
}
