package io.groundswell.cep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.junit.jupiter.api.Test;

/** What savepoints hold of patterns. Where one of these changes, its pattern gets a new version. */
class PatternShapeTest {

  @Test
  void theShippedShapes() {
    assertThat(PatternShape.ofAll())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "pattern-sudden-v1", "calm next extreme",
                "pattern-sustained-v1",
                    "calm next elevated (looping, greedy, 1 to 1, strict) next extreme",
                "pattern-escalation-v1", "open notFollowedBy over followedBy larger",
                "pattern-recovery-v1", "open followedBy calm",
                "pattern-relapse-v1", "over followedBy extreme",
                "pattern-spread-v1", "first followedByAny second followedByAny third",
                "pattern-cascade-v1", "upstream followedBy downstream"));
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
