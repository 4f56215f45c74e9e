package io.groundswell.feeds.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A server's answer that is no success. */
public final class Refused extends IOException {
  private static final long serialVersionUID = 1;
  private static final Set<Integer> TOO_MANY = Set.of(420, 429);

  /** Of the client's errors those that pass. */
  private static final Set<Integer> PASSING = Set.of(408, 420, 425, 429);

  private final int status;
  private final @Nullable Duration told;

  /**
   * A refusal.
   *
   * @param told when to ask again, where the server says so
   */
  public Refused(String message, int status, @Nullable Duration told) {
    super(message);
    this.status = status;
    this.told = told;
  }

  /** HTTP's status. */
  public int status() {
    return status;
  }

  /** When to ask again, where the server says so. */
  public @Nullable Duration told() {
    return told;
  }

  /** Whether too much was asked of it. */
  public boolean isForTooMany() {
    return TOO_MANY.contains(status);
  }

  /** Whether the fault is in what was asked, or in the key, so that it stays. */
  public boolean isOfThisRequest() {
    return status >= 300 && status < 500 && !PASSING.contains(status);
  }
}
