package io.groundswell.jobs.surge.evaluate.truth;

/** What came of a row of the truth. */
public enum Verdict {
  /** It had to be told, and was. */
  CAUGHT("caught"),
  /** It had to be told, and was not. */
  MISSED("missed"),
  /** It could be told, and was. */
  TOLD("told"),
  /** It could be told, and was not. */
  NOT_TOLD("not told"),
  /** Nothing was to be told, and nothing was. */
  QUIET("quiet"),
  /** Nothing was to be told, and something was. */
  FALSE("false");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  static Verdict of(Expect expect, boolean any) {
    return switch (expect) {
      case MUST -> any ? CAUGHT : MISSED;
      case MAY -> any ? TOLD : NOT_TOLD;
      case NEVER -> any ? FALSE : QUIET;
    };
  }

  /** The word that reports use. */
  public String label() {
    return label;
  }
}
