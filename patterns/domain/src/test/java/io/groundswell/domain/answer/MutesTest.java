package io.groundswell.domain.answer;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Subject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mute holds back what it is about, while it lasts, unless the surge is too large for it. */
class MutesTest {
  @ParameterizedTest
  @CsvSource({
    "shop, shop, true",
    "shop, shop/checkout, true",
    "shop, shop@IT, true",
    "shop, shop~declined, true",
    "shop, shopping, false",
    "shop, @IT, false",
    "shop/checkout, shop/checkout, true",
    "shop/checkout, shop, false",
    "shop@IT, shop@IT, true",
    "shop@IT, shop, false",
    "@IT, @IT, true",
    "@IT, shop@IT, false",
    "*, shop/checkout, true",
    "*, '', true",
    "shop, '', false"
  })
  void isAboutItsSubject(String muted, String subject, boolean covered) {
    assertThat(mute("m", muted, "08:00", "10:00").covers(Subject.parse(subject)))
        .isEqualTo(covered);
  }

  @Test
  void holdsFromItsBeginningUntilItsEnd() {
    Mutes mutes = new Mutes(List.of(mute("m", "shop", "08:00", "10:00")), List.of());

    assertThat(holding(mutes, "07:59")).isNull();
    assertThat(holding(mutes, "08:00")).isEqualTo("m");
    assertThat(holding(mutes, "09:59")).isEqualTo("m");
    assertThat(holding(mutes, "10:00")).isNull();
    assertThat(mutes.nextChange(at("07:00"))).isEqualTo(at("08:00"));
    assertThat(mutes.nextChange(at("08:00"))).isEqualTo(at("10:00"));
    assertThat(mutes.nextChange(at("10:00"))).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void aSurgeBeyondTheFactorPagesAnyway() {
    Mutes mutes = new Mutes(List.of(mute("m", "shop", "08:00", "10:00")), List.of());

    assertThat(mutes.holding(Subject.product("shop"), 29, 10, at("09:00"))).isNotNull();
    assertThat(mutes.holding(Subject.product("shop"), 30, 10, at("09:00"))).isNull();
  }

  @Test
  void ofTwoTheOneThatEndsLastHolds() {
    Mutes mutes =
        new Mutes(
            List.of(mute("a", "shop", "08:00", "10:00"), mute("b", "*", "08:00", "11:00")),
            List.of());

    assertThat(holding(mutes, "09:00")).isEqualTo("b");
  }

  @Test
  void aWindowComesBackOnItsDaysByItsOwnClockAndPassesMidnight() {
    MuteWindow window = window(List.of(SATURDAY, SUNDAY), "Europe/Berlin", "2026-03-29");

    assertThat(window.at(time("2026-03-07T20:59:00Z"))).isNull();
    Mute saturday = Objects.requireNonNull(window.at(time("2026-03-07T21:00:00Z")));
    assertThat(saturday.id()).isEqualTo("window:shop:20260307T210000Z");
    assertThat(saturday.until()).isEqualTo(time("2026-03-08T05:00:00Z"));
    assertThat(window.at(time("2026-03-08T04:59:00Z"))).isEqualTo(saturday);
    assertThat(window.at(time("2026-03-08T05:00:00Z"))).isNull();
    assertThat(window.at(time("2026-03-09T05:30:00Z"))).as("Monday night").isNull();
    assertThat(window.nextChange(time("2026-03-09T05:30:00Z")))
        .isEqualTo(time("2026-03-14T21:00:00Z"));
  }

  @Test
  void aWindowFollowsSummerTimeAndEnds() {
    MuteWindow window = window(List.of(), "Europe/Berlin", "2026-03-29");

    Mute last = Objects.requireNonNull(window.at(time("2026-03-29T20:00:00Z")));
    assertThat(last.until()).isEqualTo(time("2026-03-30T04:00:00Z"));
    assertThat(window.at(time("2026-03-30T20:00:00Z"))).isNull();
    assertThat(window.nextChange(last.until())).isEqualTo(Long.MAX_VALUE);
  }

  private static @Nullable String holding(Mutes mutes, String clock) {
    Mute mute = mutes.holding(Subject.component("shop", "checkout"), 1, 10, at(clock));
    return mute == null ? null : mute.id();
  }

  private static Mute mute(String id, String subject, String from, String until) {
    return new Mute(id, subject, at(from), at(until), "maintenance", "ann", 3, at(from));
  }

  private static MuteWindow window(List<DayOfWeek> days, String zone, String until) {
    return new MuteWindow(
        "shop",
        days,
        LocalTime.parse("22:00"),
        LocalTime.parse("06:00"),
        ZoneId.of(zone),
        LocalDate.parse(until),
        "maintenance",
        3);
  }

  private static long at(String clock) {
    return time("2026-03-06T" + clock + ":00Z");
  }

  private static long time(String text) {
    return Instant.parse(text).toEpochMilli();
  }
}
