package io.groundswell.domain.incident;

import java.util.Locale;

/** What an update says of its incident. */
public enum Status {
  /** New. */
  OPENED,
  /** More is known: it has reached another place or part, or doubled. */
  UPDATED,
  /** Clearly worse: it grows again, or has become more urgent. */
  ESCALATED,
  /** Less urgent, and not over. */
  DEESCALATED,
  /** Over. */
  RESOLVED,
  /** Back, soon after it was over. */
  REOPENED,
  /** Somebody has taken it on. Stands last: state knows the others by their number. */
  ACKNOWLEDGED;

  /** The name that outputs use, such as {@code opened}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
