package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.benchmark.feed.Invented;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says how the days went, for people. */
final class WeekReport {
  private static final int LARGEST = 5;

  private final PrintStream out;

  WeekReport(PrintStream out) {
    this.out = out;
  }

  void print(Days days, Rhythm rhythm, long posts) {
    line(
        "%d days of %,.1f posts a second, %,d in all, through the whole job on RocksDB; %,d subjects; medians of a day",
        days.count(), rhythm.perSecond(), posts, Invented.SUBJECTS);
    StringBuilder heading = new StringBuilder(String.format(Locale.ROOT, "%-16s", "day"));
    for (int day = 1; day <= days.count(); day++) {
      heading.append(String.format(Locale.ROOT, "%10d", day));
    }
    out.println(heading);
    for (Figure figure : Figure.values()) {
      row(days, figure);
    }
    operators(days);
    if (days.judged()) {
      line(
          "flat: the median of day %d is within %.0f %% of that of day %d",
          days.count(), 100 * Days.TOLERATED, Days.WARM + 1);
    } else {
      line("too short to be judged: %d days warm up, and two have to follow", Days.WARM);
    }
  }

  private void row(Days days, Figure figure) {
    StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-16s", figure.label()));
    for (int day = 0; day < days.count(); day++) {
      row.append(number(figure.scaled(days.median(figure, day))));
    }
    if (days.judged()) {
      row.append(
          String.format(
              Locale.ROOT,
              "  %+6.1f %%  %s",
              100 * days.change(figure),
              days.flat(figure) ? "held" : "NOT HELD"));
    }
    out.println(row);
  }

  private static String number(double value) {
    return String.format(
        Locale.ROOT, value < 10 ? "%10.2f" : value < 1_000 ? "%10.1f" : "%,10.0f", value);
  }

  /** Where the state is. */
  private void operators(Days days) {
    if (days.count() == 0) {
      return;
    }
    line("the largest states, MB");
    List<Map.Entry<String, Double>> last = List.copyOf(days.operators(days.count() - 1).entrySet());
    for (Map.Entry<String, Double> operator : last.subList(0, Math.min(LARGEST, last.size()))) {
      StringBuilder row = new StringBuilder();
      for (int day = 0; day < days.count(); day++) {
        double bytes = days.operators(day).getOrDefault(operator.getKey(), 0.0);
        row.append(number(Figure.STATE.scaled(bytes)));
      }
      line("%-16s%s  %s", "", row, operator.getKey());
    }
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
