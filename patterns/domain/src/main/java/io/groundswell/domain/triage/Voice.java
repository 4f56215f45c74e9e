package io.groundswell.domain.triage;

import java.util.Locale;

/** Who speaks in a post. Only persons complain. */
public enum Voice {
  /** Somebody who may have a fault. */
  PERSON,
  /** The company that is watched, through one of its own accounts. */
  COMPANY,
  /** A newspaper, a broadcaster, or somebody who passes on a headline. */
  NEWS,
  /** A machine: a bot, a feed of jobs, deals or states of service. */
  MACHINE;

  /** For people and files: {@code person}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
