package io.groundswell.jobs.history;

/**
 * Identities in state: of operators and of what they remember. A savepoint is found by them, so
 * they never change; {@code state-migration/STATE.md} describes each.
 */
public final class Uids {
  /** Operators, in the order in which a line travels. */
  public static final String READ_LINES = "read-lines";

  public static final String READ_ROWS = "read-rows";
  public static final String DROP_REPEATS = "drop-repeats";
  public static final String MAINTAIN = "maintain";

  /** Before the name of a table: what Iceberg's sink has in state. */
  public static final String WRITE = "write-";

  /** What they remember. */
  public static final String LAST_SEQUENCE = "last-sequence";

  private Uids() {}
}
