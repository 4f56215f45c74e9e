package io.groundswell.jobs.notification.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What became of notices since the process began. */
public final class Counts {
  /** What is counted. */
  public enum Of {
    /** Notices that a destination took. */
    DELIVERED,
    /** Attempts that are tried again. */
    RETRIED,
    /** Notices that a destination will not take, or did not for too long. */
    UNDELIVERED,
    /** Updates that a later one replaced before they were told. */
    COLLAPSED,
    /** Pages that a mute holds back. */
    HELD,
    /** Notices that no route took, told by the default. */
    UNROUTED,
    /** Notices that went to a fallback as well. */
    FELL_BACK,
    /** Deliveries that could not be put on record: a crash may repeat them. */
    UNRECORDED,
    /** Records that are no notices. */
    UNREADABLE;

    /** The word for it, such as {@code delivered}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whoever collects metrics reads them in a thread of its own. */
  private final Map<Of, Long> counts = new ConcurrentHashMap<>();

  /** Counts one more. */
  void add(Of what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** How many. */
  public long get(Of what) {
    return counts.getOrDefault(what, 0L);
  }
}
