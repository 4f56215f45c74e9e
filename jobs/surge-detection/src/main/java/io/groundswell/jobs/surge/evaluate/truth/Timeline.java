package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.evaluate.truth.Volumes.Bucket;
import io.groundswell.jobs.surge.html.Series.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * A subject's buckets as they can be drawn: several in one step where they would be too narrow.
 *
 * @param step width of a step, milliseconds
 * @param observed per step
 * @param expected per step, the last one known where there was nothing to count
 * @param evidence the highest of each step in which there was something to count
 */
record Timeline(long step, List<Point> observed, List<Point> expected, List<Point> evidence) {
  private static final int MOST_STEPS = 120;
  private static final long MINUTE = 60_000;
  private static final long[] ROUND = {
    MINUTE,
    2 * MINUTE,
    5 * MINUTE,
    10 * MINUTE,
    15 * MINUTE,
    30 * MINUTE,
    60 * MINUTE,
    120 * MINUTE,
    180 * MINUTE,
    360 * MINUTE,
    720 * MINUTE
  };

  static Timeline of(Volumes volumes, String subject, long from, long until) {
    long step = step(volumes.width(), until - from);
    Timeline timeline = new Timeline(step, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Bucket> buckets = volumes.of(subject, from, until);
    double expected = buckets.isEmpty() ? 0 : buckets.get(0).expected();
    int next = 0;
    for (long start = Math.floorDiv(from, step) * step; start < until; start += step) {
      int first = next;
      while (next < buckets.size() && buckets.get(next).start() < start + step) {
        next++;
      }
      List<Bucket> here = buckets.subList(first, next);
      expected = here.stream().mapToDouble(Bucket::expected).average().orElse(expected);
      timeline.add(start, here, expected * step / volumes.width());
    }
    return timeline;
  }

  private void add(long start, List<Bucket> buckets, double expectedHere) {
    observed.add(new Point((double) start, buckets.stream().mapToInt(Bucket::observed).sum()));
    expected.add(new Point((double) start, expectedHere));
    buckets.stream()
        .mapToDouble(Bucket::evidence)
        .max()
        .ifPresent(highest -> evidence.add(new Point((double) start, highest)));
  }

  /** The narrowest round step of whole buckets of which not too many are needed. */
  private static long step(long width, long length) {
    for (long step : ROUND) {
      if (step % width == 0 && length / step <= MOST_STEPS) {
        return step;
      }
    }
    return width * (length / (MOST_STEPS * width) + 1);
  }
}
