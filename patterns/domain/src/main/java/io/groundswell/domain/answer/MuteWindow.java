package io.groundswell.domain.answer;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A mute that comes back, such as the hours of maintenance.
 *
 * @param subject key of the subject, or {@value Mute#EVERYTHING}
 * @param days on which it begins; none of them is every day
 * @param from when it begins
 * @param to when it ends; at or before {@code from} it ends on the next day
 * @param zone whose clock that is
 * @param until the last day on which it begins: every mute ends
 * @param because why
 * @param factor a surge of this many times the expected people pages anyway, 1 to 1,000
 */
public record MuteWindow(
    String subject,
    List<DayOfWeek> days,
    LocalTime from,
    LocalTime to,
    ZoneId zone,
    LocalDate until,
    String because,
    double factor)
    implements Serializable {
  /** Who wants it. */
  private static final String BY = "policy";

  private static final DateTimeFormatter BEGINNING =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Copies the days. */
  public MuteWindow {
    days = List.copyOf(days);
  }

  /** The mute that it is at a moment, or null. */
  @Nullable Mute at(long time) {
    LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    for (LocalDate day : List.of(today, today.minusDays(1))) {
      if (beginsOn(day)) {
        Mute mute = on(day);
        if (mute.isOn(time)) {
          return mute;
        }
      }
    }
    return null;
  }

  /** When it next begins or ends after a moment; {@link Long#MAX_VALUE} where it never does. */
  long nextChange(long time) {
    LocalDate today = Instant.ofEpochMilli(time).atZone(zone).toLocalDate();
    List<Long> changes = new ArrayList<>();
    for (int i = -1; i <= DayOfWeek.values().length; i++) {
      LocalDate day = today.plusDays(i);
      if (beginsOn(day)) {
        Mute mute = on(day);
        changes.add(mute.from());
        changes.add(mute.until());
      }
    }
    return changes.stream()
        .mapToLong(Long::longValue)
        .filter(change -> change > time)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private boolean beginsOn(LocalDate day) {
    return !day.isAfter(until) && (days.isEmpty() || days.contains(day.getDayOfWeek()));
  }

  private Mute on(LocalDate day) {
    long begins = day.atTime(from).atZone(zone).toInstant().toEpochMilli();
    LocalDate last = to.isAfter(from) ? day : day.plusDays(1);
    long ends = last.atTime(to).atZone(zone).toInstant().toEpochMilli();
    String id = "window:%s:%s".formatted(subject, BEGINNING.format(Instant.ofEpochMilli(begins)));
    return new Mute(id, subject, begins, ends, because, BY, factor, begins);
  }
}
