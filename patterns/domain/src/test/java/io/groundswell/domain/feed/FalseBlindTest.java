package io.groundswell.domain.feed;

import static io.groundswell.domain.feed.Listening.dayAndNight;
import static io.groundswell.domain.feed.Listening.steady;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A feed that is well is called blind no more often than stated: .05 times a week. */
class FalseBlindTest {
  private static final int WEEK = 10_080;
  private static final int WEEKS = 4;
  private static final int SEEDS = 6;

  /** Posts a minute by day. */
  private static final double[] RATES = {.05, .2, 1, 5, 20};

  @Test
  void steadyFeedsAreNeverBlind() {
    assertThat(blind(1, 0)).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {.3, .1})
  void ordinaryNightsAreNeverBlind(double night) {
    assertThat(blind(night, 0)).isZero();
  }

  /** A feed of one country is all but silent at night; its first week is still uncertain. */
  @ParameterizedTest
  @ValueSource(doubles = {.01, .001})
  void nightsOfAlmostNothingAreBlindNoMoreOftenThanStated(double night) {
    assertThat(blind(night, WEEK)).isLessThanOrEqualTo(stated());
  }

  private static long stated() {
    return Math.round(.05 * SEEDS * RATES.length * (WEEKS - 1));
  }

  /** How often feeds are called blind after so many minutes. */
  private static long blind(double night, int after) {
    long blind = 0;
    for (double rate : RATES) {
      IntToDoubleFunction posts = night == 1 ? steady(rate) : dayAndNight(rate, night);
      for (int seed = 0; seed < SEEDS; seed++) {
        Listening told = new Listening(seed).to("forum", posts, WEEKS * WEEK);
        blind +=
            told.news().stream()
                .filter(news -> news.update().sequence() == 1)
                .filter(news -> news.span().from() >= Listening.at(after))
                .count();
      }
    }
    return blind;
  }
}
