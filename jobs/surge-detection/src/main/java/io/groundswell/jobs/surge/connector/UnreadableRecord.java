package io.groundswell.jobs.surge.connector;

/** A record that is not a post. Its message is the detail for a person. */
public final class UnreadableRecord extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;

  /** A record refused for {@code reason}, a short and stable word. */
  public UnreadableRecord(String reason, String detail) {
    super(detail, null, false, false);
    this.reason = reason;
  }

  /** Short and stable, for counting. */
  public String reason() {
    return reason;
  }
}
