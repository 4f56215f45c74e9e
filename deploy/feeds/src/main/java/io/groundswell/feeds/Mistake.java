package io.groundswell.feeds;

/** What no waiting mends, said in one line: what, where, how to mend. */
public final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * A mistake.
   *
   * @param message the line
   */
  public Mistake(String message) {
    super(message);
  }
}
