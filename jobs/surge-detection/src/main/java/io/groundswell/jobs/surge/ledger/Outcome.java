package io.groundswell.jobs.surge.ledger;

import java.util.Locale;

/** What becomes of a record: exactly one of these, the first that applies. */
public enum Outcome {
  /** No post. */
  DEAD_LETTERS,
  /** The withdrawal of a post. */
  DELETIONS,
  /** Private, or withheld by its platform. */
  WITHHELD,
  /** Repeats another post. */
  REPOSTS,
  /** Not a complaint. */
  CHATTER,
  /** A further copy of a complaint, of a support contact, a change event, a verdict or a mute. */
  DUPLICATES,
  /** Older than the memory of de-duplication. */
  LATE_DROPPED,
  /** A complaint that was counted. */
  COMPLAINTS,
  /** A support contact that was counted. */
  CONTACTS,
  /** Tells of no change that customers can notice; comes before {@link #DUPLICATES}. */
  NO_CHANGE,
  /** A change event that counts. */
  CHANGES,
  /** An answer to an incident that is kept. */
  VERDICTS,
  /** A mute that is kept. */
  MUTES,
  /** A change of the rules that holds from then on. */
  RULINGS;

  /** Whether such records are what the job is after, so that it matters whom they are about. */
  public boolean counted() {
    return this == COMPLAINTS || this == CONTACTS || this == CHANGES;
  }

  /** The name in {@code summary.json}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
