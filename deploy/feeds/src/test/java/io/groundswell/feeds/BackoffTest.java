package io.groundswell.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.feeds.web.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a feed waits. */
class BackoffTest {
  private final Backoff backoff = new Backoff(() -> 0);

  @Test
  void aBrokenConnectionIsSoonTriedAgain() {
    List<Long> waits = waits(new IOException("broken"), 70);
    assertThat(waits).startsWith(250L, 500L, 750L).endsWith(16_000L, 16_000L).isSorted();
  }

  @Test
  void anErrorOfTheServerIsGivenMoreTime() {
    assertThat(waits(new Refused("busy", 503, null), 8))
        .containsExactly(5000L, 10_000L, 20_000L, 40_000L, 80_000L, 160_000L, 320_000L, 320_000L);
  }

  @Test
  void whoAsksTooMuchWaitsAMinuteAndMore() {
    assertThat(waits(new Refused("too many", 429, null), 6))
        .containsExactly(60_000L, 120_000L, 240_000L, 480_000L, 900_000L, 900_000L);
  }

  @Test
  void whatTheServerSaysCounts() {
    assertThat(backoff.after(new Refused("", 503, Duration.ofSeconds(77)))).hasSeconds(77);
    assertThat(backoff.after(new Refused("", 429, Duration.ZERO))).hasSeconds(1);
  }

  @Test
  void afterSomethingHasComeItBeginsAnew() {
    waits(new IOException("broken"), 9);
    backoff.reset();
    assertThat(waits(new IOException("broken"), 1)).containsExactly(250L);
  }

  @Test
  void feedsThatBrokeOffTogetherDoNotComeBackTogether() {
    Backoff late = new Backoff(() -> 1);
    assertThat(late.after(new Refused("busy", 503, null))).hasSeconds(6);
    assertThat(late.after(new Refused("", 503, Duration.ofSeconds(77)))).hasSeconds(77);
  }

  private List<Long> waits(IOException failure, int times) {
    return IntStream.range(0, times).mapToObj(i -> backoff.after(failure).toMillis()).toList();
  }
}
