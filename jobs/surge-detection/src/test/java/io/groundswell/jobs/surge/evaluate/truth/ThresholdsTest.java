package io.groundswell.jobs.surge.evaluate.truth;

import static io.groundswell.jobs.surge.evaluate.truth.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The line in the plots is the one by which the job decided. */
class ThresholdsTest {
  private static final long DAY = 24 * 60;

  @Test
  void thoseSeenInTheDaysBeforeShareTheBudget() {
    Story story = new Story().posts("acme", 10).posts("beta", 2 * DAY);
    Thresholds thresholds = Thresholds.of(story.volumes(), 7, 1);

    assertThat(thresholds.at(at(20))).isCloseTo(Math.log(10_080 * 7.0), within(1e-9));
    assertThat(thresholds.at(at(DAY))).isCloseTo(Math.log(10_080), within(1e-9));
    assertThat(thresholds.at(at(3 * DAY))).isCloseTo(Math.log(10_080 * 2.0), within(1e-9));
    assertThat(thresholds.at(at(29 * DAY))).isCloseTo(Math.log(10_080), within(1e-9));
  }
}
