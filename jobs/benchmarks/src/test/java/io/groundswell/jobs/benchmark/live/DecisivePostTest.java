package io.groundswell.jobs.benchmark.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.WatchRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** The post that decided is neither the first of a surge nor the last. */
class DecisivePostTest {
  private static final long START = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
  private static final Policy POLICY =
      Policy.builder().bucket(Duration.ofSeconds(10)).listenFirst(Duration.ofSeconds(20)).build();

  private final DecisivePost decisive =
      new DecisivePost(WatchRules.of(POLICY), day -> 10, POLICY.minAuthors(), START);

  @Test
  void withoutTheDecisivePostTheBucketWouldHaveOpenedNothing() {
    List<Long> times = new ArrayList<>(List.of(START));
    long surge = START + 60_000;
    for (int i = 0; i < 400; i++) {
      times.add(surge + i);
    }
    OptionalLong found = decisive.of(times, surge + 10_000);
    assertThat(found).isPresent();
    long at = found.getAsLong();
    assertThat(at).isBetween(surge + 50, surge + 350);

    List<Long> tooFew = times.stream().filter(time -> time < at).toList();
    assertThat(decisive.of(tooFew, surge + 10_000)).isEmpty();
    List<Long> justEnough = times.stream().filter(time -> time <= at).toList();
    assertThat(decisive.of(justEnough, surge + 10_000)).hasValue(at);
  }

  @Test
  void aCalmBucketHasNone() {
    assertThat(decisive.of(List.of(START, START + 30_000), START + 40_000)).isEmpty();
  }
}
