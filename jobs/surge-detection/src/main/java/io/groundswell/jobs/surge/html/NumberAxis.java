package io.groundswell.jobs.surge.html;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of numbers.
 *
 * @param min its begin
 * @param max its end, above {@code min}
 */
public record NumberAxis(double min, double max) implements Axis {

  /** From 0 to a little beyond the largest value. */
  public static NumberAxis upTo(double largest) {
    return new NumberAxis(0, largest > 0 ? largest * 1.05 : 1);
  }

  @Override
  public List<Tick> ticks(int most) {
    double step = step((max - min) / Math.max(1, most));
    List<Tick> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(min / step - 1e-9); i * step <= max + step * 1e-9; i++) {
      ticks.add(new Tick(i * step, label(i * step)));
    }
    return ticks;
  }

  private static String label(double value) {
    String text = Figures.number(value);
    return text.indexOf('.') < 0 ? text : text.replaceAll("\\.?0+$", "");
  }

  /** The smallest of 1, 2 and 5 times a power of ten that is at least {@code least}. */
  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }
}
