package io.groundswell.jobs.history.query;

/** A warehouse that cannot be read, or a query that was given up: said in one line. */
public final class HistoryFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Says it. */
  public HistoryFailure(String message) {
    super(message);
  }
}
