package io.groundswell.jobs.surge.connector;

import java.util.Locale;

/** What a record was sent as. */
public enum Input {
  /** A post. */
  POSTS,
  /** A support contact. */
  CONTACTS,
  /** A change event. */
  CHANGES,
  /** What a person answers to an incident. */
  VERDICTS,
  /** A wish to hear nothing of a subject for a while. */
  MUTES,
  /** A change of the rules. */
  CONTROL;

  /** Whether it says how people stand to incidents, and nothing of what happens. */
  public boolean isAnswer() {
    return this == VERDICTS || this == MUTES;
  }

  /** The name that outputs use, such as {@code posts}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
