package io.groundswell.domain.incident;

import java.util.Locale;

/** What kind of thing an incident is. */
public enum IncidentKind {
  /** Complaints surge. */
  SURGE,
  /** Few or scripted authors repeat themselves: recorded, nobody is paged. */
  CAMPAIGN,
  /** Much is said that is no complaint: recorded, nobody is paged. */
  CHATTER,
  /** A feed went silent, so that nothing is known of what it feeds. */
  BLIND;

  /** The name that outputs use, such as {@code surge}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
