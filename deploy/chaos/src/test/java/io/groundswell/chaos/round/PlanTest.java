package io.groundswell.chaos.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.chaos.fault.Fault;
import io.groundswell.chaos.round.Rounds.Plan;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final List<Fault> ALL = Fault.possible(true);

  @Test
  void everyFaultTakesItsTurn() {
    Plan plan = plan(7);
    assertThat(IntStream.rangeClosed(1, ALL.size()).mapToObj(plan::fault))
        .containsExactlyInAnyOrderElementsOf(ALL);
    assertThat(IntStream.rangeClosed(ALL.size() + 1, 2 * ALL.size()).mapToObj(plan::fault))
        .containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void theSeedAndTheRoundDecide() {
    assertThat(plan(7).fault(12)).isEqualTo(plan(7).fault(12));
    assertThat(plan(7).product(12)).isEqualTo(plan(7).product(12));
    assertThat(IntStream.rangeClosed(1, ALL.size()).mapToObj(plan(7)::fault))
        .isNotEqualTo(IntStream.rangeClosed(1, ALL.size()).mapToObj(plan(8)::fault));
  }

  @Test
  void anotherProductBreaksInEachRound() {
    assertThat(IntStream.rangeClosed(1, 100).map(plan(7)::product).boxed().toList())
        .doesNotHaveDuplicates();
  }

  @Test
  void whatNeedsRootIsLeftOutWithoutIt() {
    assertThat(Fault.possible(false))
        .contains(Fault.KILL_JOBMANAGER, Fault.UPGRADE)
        .doesNotContain(Fault.CUT_BROKER, Fault.FILL_DISK);
  }

  private static Plan plan(long seed) {
    return new Plan(List.of(1), seed, ALL, Duration.ZERO);
  }
}
