package io.groundswell.cep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;

/** What partial matches hold of their pattern. */
class PatternShapeTest {

  /** Those of version 0.3 come from savepoints, without the rules that they began under. */
  @Test
  void theBuiltInShapesAreThoseOfOldSavepoints() {
    assertThat(PatternShape.ofAll())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "sudden", "calm next extreme",
                "sustained", "calm next elevated (looping, greedy, 1 to 1, strict) next extreme",
                "escalation", "open notFollowedBy over followedBy larger",
                "recovery", "open followedBy calm",
                "relapse", "over notFollowedBy anew followedBy extreme",
                "spread", "first followedByAny second followedByAny third",
                "cascade", "upstream followedBy downstream"));
  }

  @Test
  void stagesAndHowOftenTheyComeAreShape() {
    assertThat(PatternShape.of(begin("a").followedBy("b").times(2, 4).optional()))
        .isEqualTo("a followedBy b (times, optional, 2 to 4, skip till next)");
    assertThat(PatternShape.of(begin("a").followedBy("b").times(2, 5).optional()))
        .isEqualTo("a followedBy b (times, optional, 2 to 5, skip till next)");
  }

  @Test
  void windowsAndConditionsAreNot() {
    assertThat(PatternShape.of(begin("a").within(Duration.ofHours(1))))
        .isEqualTo(PatternShape.of(begin("a").where(SimpleCondition.of(String::isEmpty))));
  }

  private static Pattern<String, String> begin(String stage) {
    return Pattern.begin(stage, AfterMatchSkipStrategy.noSkip());
  }
}
