package io.groundswell.jobs.benchmark.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said of a stop. */
class StoppedTest {
  private static final Map<String, String> TOLD = Map.of("a 1", "opened", "a 2", "resolved");

  @Test
  void bothPromisesAreHeld() {
    assertThat(printed(12, TOLD, TOLD))
        .contains("180,000 posts were missed; caught up 12.0 s after the start")
        .contains("held (no later than 300 s)", "1 incidents with 2 updates", "2 updates are the")
        .doesNotContain("NOT HELD");
  }

  @Test
  void whoIsLateDoesNotHoldIt() {
    assertThat(printed(301, TOLD, TOLD)).contains("NOT HELD (no later than 300 s)");
  }

  @Test
  void anotherWordIsAnotherIncident() {
    assertThat(printed(12, Map.of("a 1", "opened", "a 2", "escalated"), TOLD))
        .contains("1 updates are the same: NOT HELD", "stopped  escalated", "unbroken resolved");
    assertThat(printed(12, Map.of("a 1", "opened"), TOLD)).contains("NOT HELD", "null");
  }

  @Test
  void nothingToldIsNothingShown() {
    assertThat(printed(12, Map.of(), Map.of())).contains("NOT HELD (those of an unbroken run)");
  }

  private static String printed(double level, Map<String, String> told, Map<String, String> other) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Stopped(new MissedHour.Plan(50, 120, 3_600, 90), 180_000, level, told, other)
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
