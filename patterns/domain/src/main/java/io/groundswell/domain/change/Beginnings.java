package io.groundswell.domain.change;

import io.groundswell.domain.change.Scene.Dark;
import java.util.ArrayList;
import java.util.List;

/**
 * When a surge may have begun, as its complaints tell: moments that are equally likely. The
 * likelihood of each step is that of counts which are as usual before it and, from it on, as many
 * times as usual as fits them best (the profile likelihood of a change point in a Poisson
 * sequence).
 */
public final class Beginnings {
  /** How many moments stand for all. */
  static final int COUNT = 20;

  /** What surges so soon after the dark may have begun in it, milliseconds. */
  private static final long SOON = 15 * 60_000;

  /** How many moments stand for one that may lie anywhere in the dark. */
  private static final int SPREAD = 8;

  private static final double FEWEST_TIMES = 1.2;
  private static final double LEAST_EXPECTED = 1e-3;

  private Beginnings() {}

  /**
   * The moments, in order.
   *
   * @param from start of the first step, epoch milliseconds
   * @param width of a step, milliseconds
   * @param posts complaints in each step
   * @param expected complaints that are usual in a step
   * @param until when it was detected, epoch milliseconds: later steps say nothing of the beginning
   * @return ends of steps: what comes before the end of a step may be the cause of what is in it
   */
  public static List<Long> of(
      long from, long width, List<Integer> posts, double expected, long until) {
    int steps = (int) Math.min(posts.size(), Math.max(1, (until - from) / width));
    double[] likelihoods = new double[Math.max(1, steps)];
    double usual = Math.max(LEAST_EXPECTED, expected);
    double sum = 0;
    double most = 0;
    for (int step = steps - 1; step >= 0; step--) {
      sum += posts.get(step);
      double length = (steps - step) * usual;
      double times = Math.max(FEWEST_TIMES, sum / length);
      likelihoods[step] = sum * StrictMath.log(times) - (times - 1) * length;
      most = Math.max(most, likelihoods[step]);
    }
    double all = 0;
    for (int step = 0; step < likelihoods.length; step++) {
      likelihoods[step] = StrictMath.exp(likelihoods[step] - most);
      all += likelihoods[step];
    }
    return quantiles(likelihoods, all, from, width);
  }

  /**
   * The moments where nothing could be seen for a while: what surges when it can be seen again may
   * have begun at any time in the dark.
   *
   * @return moments that are equally likely, in order
   */
  static List<Long> spread(List<Long> moments, List<Dark> dark) {
    List<Long> spread = new ArrayList<>();
    for (long moment : moments) {
      long from = moment;
      for (Dark one : dark) {
        if (one.until() <= moment && moment - one.until() <= SOON) {
          from = Math.min(from, one.from());
        }
      }
      for (int i = 1; i <= SPREAD; i++) {
        spread.add(from + (moment - from) * i / SPREAD);
      }
    }
    spread.sort(null);
    return spread;
  }

  private static List<Long> quantiles(double[] weights, double all, long from, long width) {
    List<Long> moments = new ArrayList<>();
    double below = 0;
    int step = 0;
    for (int i = 0; i < COUNT; i++) {
      double wanted = all * (i + .5) / COUNT;
      while (step < weights.length - 1 && below + weights[step] < wanted) {
        below += weights[step];
        step++;
      }
      moments.add(from + (step + 1) * width);
    }
    return moments;
  }
}
