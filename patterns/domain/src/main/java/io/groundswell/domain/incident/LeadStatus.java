package io.groundswell.domain.incident;

import java.util.Locale;

/** How an incident stands to the support queue. */
public enum LeadStatus {
  /** No contacts are read, or the queue has not surged yet. */
  UNKNOWN,
  /** It was told before the queue's surge began. */
  AHEAD,
  /** The queue surged first, or in the same bucket. */
  BEHIND,
  /** It is over and the queue has not surged. */
  NO_SUPPORT_SURGE;

  /** The name that outputs use, such as {@code no-support-surge}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
