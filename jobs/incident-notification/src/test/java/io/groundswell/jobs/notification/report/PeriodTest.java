package io.groundswell.jobs.notification.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Weeks are those of ISO 8601, in UTC. */
class PeriodTest {

  @Test
  void aWeekIsFromMondayToSunday() {
    Period week = Period.week("2026-W10");

    assertThat(week.from()).isEqualTo("2026-03-02");
    assertThat(week.name()).isEqualTo("2026-W10");
    assertThat(week.holds(at("2026-03-02T00:00:00Z"))).isTrue();
    assertThat(week.holds(at("2026-03-08T23:59:59.999Z"))).isTrue();
    assertThat(week.holds(at("2026-03-09T00:00:00Z"))).isFalse();
    assertThat(week.before(1).name()).isEqualTo("2026-W09");
  }

  @Test
  void aWeekMayBeginInTheYearBefore() {
    assertThat(Period.week("2026-W01").from()).isEqualTo("2025-12-29");
    assertThat(Period.week("2020-W53").name()).isEqualTo("2020-W53");
    assertThatThrownBy(() -> Period.week("2025-W53")).isInstanceOf(DateTimeException.class);
  }

  @Test
  void theLastWeekIsOneThatIsOver() {
    assertThat(Period.lastWeekBefore(at("2026-03-09T00:00:00Z")).name()).isEqualTo("2026-W10");
    assertThat(Period.lastWeekBefore(at("2026-03-08T23:59:59Z")).name()).isEqualTo("2026-W09");
  }

  @Test
  void anyDaysHaveTheirsBefore() {
    Period days = new Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-05"));

    assertThat(days.name()).isEqualTo("2026-03-02 to 2026-03-04");
    assertThat(days.before(1).name()).isEqualTo("2026-02-27 to 2026-03-01");
  }

  private static long at(String time) {
    return Instant.parse(time).toEpochMilli();
  }
}
