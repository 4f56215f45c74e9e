package io.groundswell.jobs.surge.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Marks at places that people count in. */
class AxisTest {

  @Test
  void numbersAreMarkedInRoundSteps() {
    assertThat(new NumberAxis(0, 10.5).ticks(5))
        .extracting(Axis.Tick::label)
        .containsExactly("0", "5", "10");
    assertThat(new NumberAxis(0, 1).ticks(4))
        .extracting(Axis.Tick::label)
        .containsExactly("0", "0.5", "1");
    assertThat(new NumberAxis(-20, 3_100).ticks(3))
        .extracting(Axis.Tick::label)
        .containsExactly("0", "2,000");
    assertThat(NumberAxis.upTo(0).ticks(2)).hasSize(3);
  }

  @Test
  void ratiosAreEquallyFarApartOnALogAxis() {
    LogAxis axis = new LogAxis(.1, 1_000);
    assertThat(axis.share(.1)).isZero();
    assertThat(axis.share(10)).isCloseTo(.5, within(1e-12));
    assertThat(axis.ticks(5))
        .extracting(Axis.Tick::label)
        .containsExactly("0.1", "1", "10", "100", "1000");
    assertThat(new LogAxis(1.5, 10).ticks(5))
        .extracting(Axis.Tick::label)
        .containsExactly("2", "5", "10");
  }

  @Test
  void timeIsMarkedAtFullHoursAndDays() {
    assertThat(time("2026-03-06T20:10:00Z", "2026-03-07T04:00:00Z").ticks(5))
        .extracting(Axis.Tick::label)
        .containsExactly("6 Mar 22:00", "7 Mar", "02:00", "04:00");
    assertThat(time("2026-03-06T20:10:00Z", "2026-03-06T20:13:00Z").ticks(5))
        .extracting(Axis.Tick::label)
        .containsExactly("6 Mar 20:10", "20:11", "20:12", "20:13");
    assertThat(time("2024-01-01T00:00:00Z", "2026-03-06T20:13:00Z").ticks(9)).hasSizeBetween(3, 10);
  }

  private static TimeAxis time(String from, String until) {
    return new TimeAxis(Instant.parse(from).toEpochMilli(), Instant.parse(until).toEpochMilli());
  }
}
