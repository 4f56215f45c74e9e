package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.RULES;
import static io.groundswell.domain.surge.Story.given;
import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.volume.Backlog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives late is no more evidence than it would have been in time. */
class BacklogTest {

  @ParameterizedTest
  @ValueSource(doubles = {.1, .5, 1, 2, 5, 10, 20, 50})
  void theBacklogOfHalfAnHourOpensNothing(double perMinute) {
    int opened = 0;
    for (long seed = 1; seed <= 20; seed++) {
      Story story = given(RULES, 4, seed, calm(perMinute, days(8)));
      int before = story.turns().size();
      story.cutOff(perMinute, 30, 5).then(calm(perMinute, 20));
      opened += story.turns().size() - before;
    }
    assertThat(opened).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aSurgeInASourceThatIsLateIsStillOne(long seed) {
    Story story = given(RULES, 4, seed, calm(2, days(8)));
    int before = story.turns().size();
    story.late(20, 10);

    assertThat(story.turns().size()).isGreaterThan(before);
    assertThat(story.turns().get(before).turn()).isEqualTo(Turn.OPENS);
  }

  @Test
  void stragglersStandForWhatTheyFill() {
    assertThat(Backlog.NONE.exposure(7, 2)).isEqualTo(1);
    assertThat(new Backlog(1, 1).exposure(20, 10)).isEqualTo(1.1);
    assertThat(new Backlog(50, 5).exposure(60, 10)).isEqualTo(6);
    assertThat(new Backlog(80, 5).exposure(90, 10)).isEqualTo(6);
    assertThat(new Backlog(50, 5).exposure(50, 10)).isEqualTo(5);
    assertThat(new Backlog(1, 1).exposure(1, 100)).isEqualTo(1);
  }
}
