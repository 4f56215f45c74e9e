package io.groundswell.domain.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As good as the library's, for all that evidence may ask. */
class ElementaryTest {
  private static final double ERROR = 1e-15;

  private final SplittableRandom random = new SplittableRandom(1);

  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 1, 80, 699.9})
  void exponentialsAgreeWithTheLibrary(double range) {
    for (int i = 0; i < 300_000; i++) {
      double x = random.nextDouble(-range, range);
      assertThat(Elementary.exp(x) / StrictMath.exp(x)).isEqualTo(1, within(ERROR));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, .01, 1, 4, 140, 690})
  void logarithmsAgreeWithTheLibrary(double range) {
    for (int i = 0; i < 300_000; i++) {
      double x = StrictMath.exp(random.nextDouble(-range, range));
      double exact = StrictMath.log(x);
      double error = ERROR * Math.max(1, Math.abs(exact));
      assertThat(Elementary.log(x)).isEqualTo(exact, within(error));
    }
  }

  @Test
  void whatNoPowerOfTwoReachesIsStillAnswered() {
    assertThat(Elementary.exp(-2_000)).isZero();
    assertThat(Elementary.exp(-720)).isEqualTo(StrictMath.exp(-720));
    assertThat(Elementary.exp(2_000)).isInfinite();
    assertThat(Elementary.exp(Double.NaN)).isNaN();
    assertThat(Elementary.log(1e-300)).isEqualTo(StrictMath.log(1e-300), within(1e-12));
  }

  @Test
  void nothingAndOneAreWhatTheyAre() {
    assertThat(Elementary.exp(0)).isEqualTo(1);
    assertThat(Elementary.log(1)).isEqualTo(0, within(ERROR));
    assertThat(Elementary.log(Math.E)).isEqualTo(1, within(ERROR));
  }
}
