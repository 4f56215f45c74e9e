package io.groundswell.state.saved;

/** A savepoint that cannot be used, and why, in one line that says how to mend it. */
public final class UnfitSavepoint extends Exception {
  private static final long serialVersionUID = 1;

  /** Says why. */
  public UnfitSavepoint(String message) {
    super(message);
  }
}
