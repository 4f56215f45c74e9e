package io.groundswell.domain.pattern;

/** What a trait looks at. */
public enum What {
  /** How the bucket stands against its threshold. */
  LEVEL(Kind.WORD),
  /** What it means for its subject's surge. */
  TURN(Kind.WORD),
  /** Whether its subject is the {@code upstream} or the {@code downstream} one of the pair. */
  SIDE(Kind.WORD),
  /** Natural logarithm of the e-value. */
  EVIDENCE(Kind.NUMBER),
  /** Authors with a complaint. */
  OBSERVED(Kind.NUMBER),
  /** Complaints. */
  POSTS(Kind.NUMBER),
  /** Baseline of the authors. */
  EXPECTED(Kind.NUMBER),
  /** Authors divided by their baseline. */
  RATIO(Kind.NUMBER),
  /** Authors divided by those of the last bucket of an earlier stage. */
  GROWTH(Kind.NUMBER_SINCE),
  /** Milliseconds from the last bucket of an earlier stage, start to start. */
  GAP(Kind.NUMBER_SINCE),
  /** Its region has no place in common with those of earlier stages. */
  APART_FROM(Kind.RELATION),
  /** Its subject is that of every bucket of earlier stages. */
  SAME_SUBJECT_AS(Kind.RELATION),
  /** Its subject is that of no bucket of earlier stages. */
  OTHER_SUBJECT_THAN(Kind.RELATION);

  private final Kind kind;

  What(Kind kind) {
    this.kind = kind;
  }

  /** How it is written. */
  public Kind kind() {
    return kind;
  }

  /** The ways in which a trait is written. */
  public enum Kind {
    /** One of some words. */
    WORD,
    /** A range of numbers. */
    NUMBER,
    /** A range of numbers, measured from an earlier stage. */
    NUMBER_SINCE,
    /** A relation to earlier stages. */
    RELATION
  }
}
