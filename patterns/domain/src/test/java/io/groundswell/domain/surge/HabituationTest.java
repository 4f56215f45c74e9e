package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Story.given;
import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static io.groundswell.domain.surge.Stretch.hours;
import static io.groundswell.domain.surge.Stretch.surge;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.PatternId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A subject that bursts often is told of less often, where the policy says so. */
class HabituationTest {
  private static final Stretch[] BURSTS_DAILY = bursts();

  @Test
  void aSubjectThatBurstsDailyIsToldOfLessAndLessOften() {
    long used = openings(given(rules(true), 4, 1, BURSTS_DAILY));
    long unused = openings(given(rules(false), 4, 1, BURSTS_DAILY));

    assertThat(unused).isGreaterThanOrEqualTo(9);
    assertThat(used).isBetween(1L, unused - 3);
  }

  @Test
  void theFirstSurgeOpensAsEver() {
    Story used = given(rules(true), 4, 1, calm(2, days(3)), surge(20, 30));
    Story unused = given(rules(false), 4, 1, calm(2, days(3)), surge(20, 30));

    assertThat(used.turns()).isEqualTo(unused.turns()).hasSize(1);
  }

  @Test
  void aMuchLargerSurgeIsStillTold() {
    Story story = given(rules(true), 4, 1, BURSTS_DAILY);
    long before = openings(story);
    story.then(calm(2, hours(20)), surge(400, 20));

    assertThat(openings(story)).isEqualTo(before + 1);
  }

  @Test
  void whatPeopleCallFalseHasToBurstLarger() {
    Story believed = afterOne(rules(true));
    Story doubted = afterOne(rules(true)).calledFalse(8);
    Story unused = afterOne(rules(false)).calledFalse(8);

    for (Story story : List.of(believed, doubted, unused)) {
      story.then(calm(2, hours(20)), surge(31, 40));
    }

    assertThat(openings(believed)).isEqualTo(2);
    assertThat(openings(doubted)).isEqualTo(1);
    assertThat(openings(unused)).isEqualTo(2);
    doubted.then(calm(2, hours(20)), surge(900, 20));
    assertThat(openings(doubted)).as("a much larger one is told all the same").isEqualTo(2);
  }

  private static Story afterOne(WatchRules rules) {
    return given(rules, 4, 1, calm(2, days(3)), surge(60, 40));
  }

  private static long openings(Story story) {
    return story.turns().stream().filter(bucket -> bucket.turn() == Turn.OPENS).count();
  }

  private static WatchRules rules(boolean habituation) {
    WatchRules usual = Story.rules(PatternId.ALL);
    return new WatchRules(
        usual.width(),
        usual.perWeek(),
        usual.resolve(),
        usual.reopen(),
        usual.listen(),
        usual.patterns(),
        habituation,
        AcrossRules.NONE,
        0);
  }

  private static Stretch[] bursts() {
    Stretch[] life = new Stretch[22];
    for (int i = 0; i < life.length; i += 2) {
      life[i] = calm(2, days(1));
      life[i + 1] = surge(14, 20);
    }
    return life;
  }
}
