package io.groundswell.jobs.surge.connector;

import java.util.Locale;

/** What a record was sent as. */
public enum Input {
  /** A post. */
  POSTS,
  /** A support contact. */
  CONTACTS,
  /** A change event. */
  CHANGES;

  /** The name that outputs use, such as {@code posts}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
