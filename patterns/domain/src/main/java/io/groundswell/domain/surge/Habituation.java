package io.groundswell.domain.surge;

/**
 * Streams that burst often teach people to look away. With habituation, a subject that has had n
 * incidents lately (their count halves in 30 days) opens the next one only if its evidence is at
 * least 9 sqrt(1+n), its quarter of an hour comes near its largest one of the last weeks, and its
 * last incident began more than 12 hours ago. An incident that people have called false counts
 * twice.
 */
final class Habituation {
  private static final double LEAST_EVIDENCE = 9;
  private static final double LEAST_PART_OF_LARGEST = .4;

  /** Complaints a minute that make up for a small count. */
  private static final double SMALL = 10;

  private static final double COUNT_HALF_LIFE = 30 * 1440;
  private static final double LARGEST_HALF_LIFE = 16 * 1440;
  private static final long REFRACTORY_MILLIS = 12 * 3_600_000L;

  /** An exponential mean with a half-life of 15 minutes weighs so many minutes. */
  private static final double MINUTES_OF_RECENT = 15 / Math.log(2);

  private final double largestKeep;

  /** Habituation to buckets of so many minutes. */
  Habituation(double minutes) {
    this.largestKeep = Math.pow(2, -minutes / LARGEST_HALF_LIFE);
  }

  /**
   * Keeps the largest quarter of an hour so far; wanted after every bucket. What may become a surge
   * is measured against those before it, so it counts once it has opened or is over.
   */
  void remember(Watch watch, Level level) {
    double kept = largestKeep * watch.largest;
    boolean rising = level != Level.CALM && !watch.open;
    watch.largest = rising ? kept : Math.max(kept, recent(watch));
  }

  /**
   * Whether the evidence suffices although the subject has had incidents before.
   *
   * @param falseAlarms how many of them people have lately called false
   */
  boolean allows(Watch watch, double evidence, long end, double falseAlarms) {
    if (watch.lastOpened == Watch.NEVER) {
      return true;
    }
    double past = past(watch, end);
    double root = Math.sqrt(1 + past + Math.min(past, falseAlarms));
    double part = (recent(watch) + SMALL) / (watch.largest + SMALL);
    return evidence >= LEAST_EVIDENCE * root
        && part >= LEAST_PART_OF_LARGEST * root
        && end - watch.lastOpened >= REFRACTORY_MILLIS;
  }

  /** Counts an incident that opens. */
  static void count(Watch watch, long end) {
    watch.opened = 1 + past(watch, end);
    watch.lastOpened = end;
  }

  private static double past(Watch watch, long end) {
    return watch.lastOpened == Watch.NEVER
        ? 0
        : watch.opened * Math.pow(2, -(end - watch.lastOpened) / (60_000 * COUNT_HALF_LIFE));
  }

  /** Complaints a minute in the last quarter of an hour. */
  private static double recent(Watch watch) {
    return watch.recentObserved / MINUTES_OF_RECENT;
  }
}
