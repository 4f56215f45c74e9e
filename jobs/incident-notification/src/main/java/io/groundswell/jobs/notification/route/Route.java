package io.groundswell.jobs.notification.route;

import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Notice;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is told of what. Destinations are named as in the settings.
 *
 * @param name its own name, for people
 * @param when which notices it takes
 * @param to told of all of them
 * @param page told where they are SEV1 or SEV2
 * @param chat told where they are SEV3 or SEV4
 * @param fallback told where one of {@code page} or {@code to} has not taken a SEV1 or SEV2 in time
 * @param heartbeat called once a minute, so that its owner notices when we are gone; or null
 */
public record Route(
    String name,
    Condition when,
    List<String> to,
    List<String> page,
    List<String> chat,
    List<String> fallback,
    @Nullable URI heartbeat) {

  /** Copies the lists. */
  public Route {
    to = List.copyOf(to);
    page = List.copyOf(page);
    chat = List.copyOf(chat);
    fallback = List.copyOf(fallback);
  }

  /** Whether an urgency wakes people up. */
  public static boolean isUrgent(Severity severity) {
    return severity.compareTo(Severity.SEV2) <= 0;
  }

  /** Who is told of a notice, if it takes that. */
  public Set<String> told(Notice notice) {
    Set<String> told = new LinkedHashSet<>();
    if (when.allows(notice)) {
      told.addAll(isUrgent(notice.severity()) ? page : chat);
      told.addAll(to);
    }
    return told;
  }

  /** All who are told of something by it, but for the fallback. */
  public Set<String> told() {
    Set<String> told = new LinkedHashSet<>(page);
    told.addAll(chat);
    told.addAll(to);
    return told;
  }
}
