package io.groundswell.jobs.notification.settings;

import java.io.Serializable;

/** A value that nobody may see: it prints as {@code ***}. */
public final class Secret implements Serializable {
  private static final long serialVersionUID = 1;

  private final String value;

  /** Keeps a value. */
  public Secret(String value) {
    this.value = value;
  }

  /** The value itself, for the one header or line that needs it. */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "***";
  }
}
