package io.groundswell.jobs.surge.evaluate.study;

import java.util.Arrays;
import java.util.List;

/**
 * How many alarms any threshold would have given on one stream: an alarm begins where the statistic
 * is at or above the threshold after an hour below it. A bucket begins one at every threshold above
 * the highest statistic of the hour before (exclusive), up to its own (inclusive), so these pairs
 * are all that has to be kept.
 */
final class Episodes {
  private static final double QUIET_MINUTES = 60;

  private final int quiet;
  private final double[] recent;
  private final long[] at;
  private int head;
  private int length;
  private long bucket;
  private double[] below = new double[1024];
  private double[] upTo = new double[1024];
  private int size;

  /** Episodes of buckets of that many minutes. */
  Episodes(double bucketMinutes) {
    this.quiet = (int) Math.max(1, Math.round(QUIET_MINUTES / bucketMinutes));
    this.recent = new double[quiet + 1];
    this.at = new long[quiet + 1];
  }

  /**
   * Adds the statistic of the next bucket.
   *
   * @param counts whether alarms that begin here are counted: not so in the warm-up
   */
  void add(double statistic, boolean counts) {
    while (length > 0 && at[head] < bucket - quiet) {
      head = (head + 1) % recent.length;
      length--;
    }
    double before = length > 0 ? recent[head] : Double.NEGATIVE_INFINITY;
    if (counts && statistic > before) {
      keep(before, statistic);
    }
    // A queue of falling statistics, whose head is the highest of the last hour.
    while (length > 0 && recent[(head + length - 1) % recent.length] <= statistic) {
      length--;
    }
    int tail = (head + length) % recent.length;
    recent[tail] = statistic;
    at[tail] = bucket++;
    length++;
  }

  private void keep(double from, double to) {
    if (size == below.length) {
      below = Arrays.copyOf(below, 2 * size);
      upTo = Arrays.copyOf(upTo, 2 * size);
    }
    below[size] = from;
    upTo[size++] = to;
  }

  /** Alarms that begin at this threshold. */
  long alarms(double threshold) {
    long alarms = 0;
    for (int i = 0; i < size; i++) {
      if (below[i] < threshold && threshold <= upTo[i]) {
        alarms++;
      }
    }
    return alarms;
  }

  /**
   * The smallest threshold from which upwards no threshold gives more than {@code most} alarms over
   * all streams. Far below it alarms run into each other and become few again; that is not meant.
   */
  static double threshold(List<Episodes> streams, double most) {
    double[] ends = sorted(streams, true);
    double[] starts = sorted(streams, false);
    int begun = ends.length - 1;
    int over = starts.length - 1;
    while (begun >= 0) {
      double level = ends[begun];
      while (begun >= 0 && ends[begun] == level) {
        begun--;
      }
      while (over >= 0 && starts[over] >= level) {
        over--;
      }
      int alarms = over - begun;
      if (alarms > most) {
        return Math.nextUp(level);
      }
    }
    return Double.NEGATIVE_INFINITY;
  }

  private static double[] sorted(List<Episodes> streams, boolean ends) {
    int total = 0;
    for (Episodes stream : streams) {
      total += stream.size;
    }
    double[] all = new double[total];
    int filled = 0;
    for (Episodes stream : streams) {
      System.arraycopy(ends ? stream.upTo : stream.below, 0, all, filled, stream.size);
      filled += stream.size;
    }
    Arrays.sort(all);
    return all;
  }
}
