package io.groundswell.jobs.surge.connector;

/** Input that a command cannot work with, said in one line: what, where, how to mend. */
public final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says what is wrong. */
  public BadInput(String message) {
    super(message);
  }
}
