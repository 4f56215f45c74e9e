package io.groundswell.jobs.surge.evaluate.truth;

import static io.groundswell.jobs.surge.evaluate.truth.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Many narrow buckets become a few that can be seen, and nothing is lost. */
class TimelineTest {

  @Test
  void bucketsAreAddedUpInRoundSteps() {
    Story story = new Story().posts("acme", 0, 1, 2, 700, 1_439);

    Timeline timeline = Timeline.of(story.volumes(), "acme", at(0), at(1_440));

    assertThat(timeline.step()).isEqualTo(15 * Story.MINUTE);
    assertThat(timeline.observed()).hasSize(96);
    assertThat(timeline.observed().get(0).y()).isEqualTo(3);
    assertThat(timeline.observed().stream().mapToDouble(point -> point.y()).sum()).isEqualTo(5);
    assertThat(timeline.expected()).allSatisfy(p -> assertThat(p.y()).isCloseTo(1.5, within(1e-9)));
    assertThat(timeline.evidence()).hasSize(3);
  }
}
