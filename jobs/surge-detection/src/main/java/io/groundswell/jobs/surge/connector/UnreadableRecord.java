package io.groundswell.jobs.surge.connector;

import java.util.regex.Pattern;

/**
 * A record that is not a post. Its message is the detail for a person: one line of at most {@value
 * #LONGEST} bytes, whatever the record holds.
 */
public final class UnreadableRecord extends Exception {
  private static final long serialVersionUID = 1;

  private static final int LONGEST = 512;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  private final String reason;

  /** A record refused for {@code reason}, a short and stable word. */
  public UnreadableRecord(String reason, String detail) {
    super(Excerpt.of(CONTROL.matcher(detail).replaceAll(" "), LONGEST), null, false, false);
    this.reason = reason;
  }

  /** Short and stable, for counting. */
  public String reason() {
    return reason;
  }
}
