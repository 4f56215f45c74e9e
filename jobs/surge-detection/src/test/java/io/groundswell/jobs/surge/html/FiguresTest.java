package io.groundswell.jobs.surge.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Figures as people say them. */
class FiguresTest {

  @Test
  void minutesComeInTheUnitThatSuitsThem() {
    assertThat(Figures.minutes(17)).isEqualTo("17 min");
    assertThat(Figures.minutes(-2.25)).isEqualTo("-2.25 min");
    assertThat(Figures.minutes(95)).isEqualTo("1.58 h");
    assertThat(Figures.minutes(3 * 24 * 60)).isEqualTo("3 days");
  }

  @Test
  void numbersHaveTheDigitsThatMatter() {
    assertThat(Figures.number(0)).isEqualTo("0");
    assertThat(Figures.number(0.0312)).isEqualTo("0.031");
    assertThat(Figures.number(4.663)).isEqualTo("4.66");
    assertThat(Figures.number(12_345.6)).isEqualTo("12,346");
    assertThat(Figures.percent(2 / 3.0)).isEqualTo("66.7 %");
    assertThat(Figures.or(OptionalDouble.empty(), Figures::number)).isEqualTo("–");
  }
}
