package io.groundswell.jobs.surge.cli;

/** Bad usage or configuration, said in one line: what, where, how to mend. */
public final class UsageError extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says it. */
  public UsageError(String message) {
    super(message);
  }
}
