package io.groundswell.jobs.history.row;

/** A line that is no row. */
final class UnfitLine extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  UnfitLine(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
