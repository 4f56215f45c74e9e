package io.groundswell.jobs.surge.evaluate.study;

import java.util.List;

/** How long a subject has been watched. */
public enum Period {
  /** The first 24 hours. */
  FIRST_DAY("day 1"),
  /** Days 2 to 7. */
  REST_OF_FIRST_WEEK("days 2-7"),
  /** Days 1 to 7. */
  FIRST_WEEK("week 1"),
  /** From day 8 on. */
  LATER("later"),
  /** From the first day to the last. */
  WHOLE("whole");

  /** Those that do not overlap and make up the whole time. */
  static final List<Period> PARTS = List.of(FIRST_DAY, REST_OF_FIRST_WEEK, LATER);

  private final String label;

  Period(String label) {
    this.label = label;
  }

  /** In words. */
  public String label() {
    return label;
  }

  /** The part in which a moment lies. */
  static Period of(long sinceStart) {
    long minutes = sinceStart / ComplaintStream.MINUTE;
    if (minutes < StreamModel.MINUTES_A_DAY) {
      return FIRST_DAY;
    }
    return minutes < StreamModel.MINUTES_A_WEEK ? REST_OF_FIRST_WEEK : LATER;
  }

  /** Whether a part belongs to this period. */
  boolean holds(Period part) {
    return this == part || this == WHOLE || (this == FIRST_WEEK && part != LATER);
  }

  /** How long it is in a stream of {@code weeks} weeks, in weeks. */
  double weeks(int weeks) {
    return switch (this) {
      case FIRST_DAY -> 1 / 7.0;
      case REST_OF_FIRST_WEEK -> 6 / 7.0;
      case FIRST_WEEK -> 1;
      case LATER -> weeks - 1;
      case WHOLE -> weeks;
    };
  }
}
