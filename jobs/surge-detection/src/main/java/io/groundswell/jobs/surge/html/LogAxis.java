package io.groundswell.jobs.surge.html;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of numbers on which equal ratios are equally far apart.
 *
 * @param min its begin, above 0
 * @param max its end, above {@code min}
 */
public record LogAxis(double min, double max) implements Axis {
  private static final int[] FACTORS = {1, 2, 5};

  @Override
  public double share(double value) {
    return Math.log(value / min) / Math.log(max / min);
  }

  /** At 1, 2 and 5 times powers of ten, or at these powers alone where there is less room. */
  @Override
  public List<Tick> ticks(int most) {
    List<Tick> all = ticks();
    if (all.size() <= most) {
      return all;
    }
    List<Tick> tens = all.stream().filter(tick -> isPower(tick.at())).toList();
    return tens.size() < 2 ? all : tens;
  }

  private List<Tick> ticks() {
    List<Tick> ticks = new ArrayList<>();
    for (int power = (int) Math.floor(Math.log10(min)); power <= Math.log10(max); power++) {
      for (int factor : FACTORS) {
        double at = power < 0 ? factor / Math.pow(10, -power) : factor * Math.pow(10, power);
        if (at >= min * (1 - 1e-9) && at <= max * (1 + 1e-9)) {
          ticks.add(new Tick(at, Figures.plain(at)));
        }
      }
    }
    return ticks;
  }

  private static boolean isPower(double value) {
    double log = Math.log10(value);
    return Math.abs(log - Math.rint(log)) < 1e-9;
  }
}
