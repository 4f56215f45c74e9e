package io.groundswell.jobs.history.query;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Figures as a line of small bars. */
final class Sparkline {
  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /**
   * A bar for each figure, a gap where there is none; where there are more than fit, a bar is the
   * highest of its neighbours, so that no peak is lost.
   */
  static String of(List<@Nullable Double> figures, int most) {
    double low = figures.stream().filter(Objects::nonNull).mapToDouble(one -> one).min().orElse(0);
    double high = figures.stream().filter(Objects::nonNull).mapToDouble(one -> one).max().orElse(0);
    double least = Math.min(low, 0);
    int bars = Math.min(figures.size(), most);
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < bars; i++) {
      int begin = (int) ((long) i * figures.size() / bars);
      int end = (int) ((long) (i + 1) * figures.size() / bars);
      Double peak =
          figures.subList(begin, end).stream()
              .filter(Objects::nonNull)
              .max(Double::compare)
              .orElse(null);
      line.append(peak == null ? ' ' : bar(peak - least, high - least));
    }
    return line.toString();
  }

  private static char bar(double figure, double range) {
    int height = range > 0 ? (int) Math.round(figure / range * (BARS.length() - 1)) : 0;
    return BARS.charAt(height);
  }
}
