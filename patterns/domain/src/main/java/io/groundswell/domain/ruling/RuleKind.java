package io.groundswell.domain.ruling;

import java.util.Locale;

/** What can be changed while a job runs. */
public enum RuleKind {
  /** What is watched. */
  CATALOGUE,
  /** What the user decides. */
  POLICY,
  /** The patterns that people have written. */
  PATTERNS,
  /** The weights that tell complaints from chatter. */
  MODEL;

  /** The word that commands and records use, such as {@code catalogue}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
