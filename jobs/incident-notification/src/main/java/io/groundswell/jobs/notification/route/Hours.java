package io.groundswell.jobs.notification.route;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Hours of the week, in the time of a place.
 *
 * @param days on which they begin
 * @param from their begin
 * @param to their end; of the next day where it is not after {@code from}
 * @param zone the place
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone) {

  /** Whether a moment lies in them, epoch milliseconds. */
  public boolean hold(long moment) {
    ZonedDateTime local = Instant.ofEpochMilli(moment).atZone(zone);
    LocalTime time = local.toLocalTime();
    boolean overnight = !from.isBefore(to);
    boolean evening = !time.isBefore(from) && (overnight || time.isBefore(to));
    boolean morning = overnight && time.isBefore(to);
    DayOfWeek day = local.getDayOfWeek();
    return (evening && days.contains(day)) || (morning && days.contains(day.minus(1)));
  }
}
