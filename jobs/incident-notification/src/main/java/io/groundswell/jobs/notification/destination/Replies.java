package io.groundswell.jobs.notification.destination;

import io.groundswell.jobs.notification.notice.Plain;
import io.groundswell.jobs.notification.web.Names;
import io.groundswell.jobs.notification.web.Web;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a reply over HTTP means for a delivery, where its owner documents nothing else. */
public final class Replies {
  /** Codes below 500 after which the same call may succeed (RFC 9110, RFC 8470, RFC 6585). */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  /** Nobody may keep a page for longer than that by asking for patience. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private static final int QUOTED = 200;

  private Replies() {}

  /** The answer to a reply: 2xx is there, some codes pass, anything else is for good. */
  public static Answer answer(String host, Web.Reply reply, long now) {
    int status = reply.status();
    if (status >= 200 && status < 300) {
      return Answer.delivered(null);
    }
    if (status >= 300 && status < 400) {
      return Answer.refused(
          host + " answered " + status + "; redirects are not followed: mend the address");
    }
    if (status >= 500 || PASSING.contains(status)) {
      return Answer.tryAgain(reason(host, reply), pause(reply, now));
    }
    return Answer.refused(reason(host, reply));
  }

  /** The answer where no whole reply came. */
  public static Answer failure(String host, Throwable failure) {
    if (failure instanceof Names.HostRefusedException) {
      return Answer.refused(failure.getMessage() + "; notices do not go there");
    }
    String what =
        failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    return Answer.tryAgain(host + ": " + Plain.cut(Plain.line(what), QUOTED), null);
  }

  /** Host, code and the beginning of what it said, on one line. */
  public static String reason(String host, Web.Reply reply) {
    String said = Plain.cut(Plain.line(reply.body()), QUOTED);
    return host + " answered " + reply.status() + (said.isEmpty() ? "" : ": " + said);
  }

  /**
   * How long it asks not to be called: {@code Retry-After} in seconds or as a date, an hour at
   * most; null where it does not say.
   */
  public static @Nullable Duration pause(Web.Reply reply, long now) {
    String after = reply.headers().get("retry-after");
    if (after == null) {
      return null;
    }
    Duration pause =
        after.strip().matches("[0-9]{1,9}") ? seconds(after) : until(after, reply, now);
    if (pause == null || pause.isNegative()) {
      return null;
    }
    return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
  }

  private static Duration seconds(String after) {
    return Duration.ofSeconds(Long.parseLong(after.strip()));
  }

  /** By the far side's own clock where it says what that shows. */
  private static @Nullable Duration until(String after, Web.Reply reply, long now) {
    Instant then = date(after);
    Instant its = date(reply.headers().getOrDefault("date", ""));
    return then == null
        ? null
        : Duration.between(its == null ? Instant.ofEpochMilli(now) : its, then);
  }

  private static @Nullable Instant date(String text) {
    try {
      return ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
