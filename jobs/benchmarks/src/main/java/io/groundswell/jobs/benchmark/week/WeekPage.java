package io.groundswell.jobs.benchmark.week;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.NumberAxis;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** How the job was hour by hour, as a page. */
final class WeekPage {
  private static final int HEIGHT = 200;
  private static final int LARGEST = 6;

  private final Days days;

  WeekPage(Days days) {
    this.days = days;
  }

  String html(Rhythm rhythm, long posts) {
    Page page = new Page("Days of posts at high speed: is the job in the end as it was before?");
    page.figure("posts", text("%,d", posts), text("%.1f a second", rhythm.perSecond()));
    page.figure("days", text("%d", days.count()), text("%d of them warm up", Days.WARM));
    if (days.judged()) {
      page.table(verdicts());
    }
    for (Figure figure : Figure.values()) {
      Plot plot = plot(figure.label(), most(sample -> value(sample, figure)));
      plot.series(series(figure.label(), sample -> value(sample, figure)));
      page.plot(plot, figure.meaning());
    }
    page.plot(operators(), "The largest operators' parts of the newest checkpoint.");
    return page.html();
  }

  private Table verdicts() {
    int last = days.count() - 1;
    Table table =
        new Table(
            "Medians of a day", "Figure", "day " + (Days.WARM + 1), "day " + (last + 1), "", "");
    for (Figure figure : Figure.values()) {
      table.row(
          Cell.text(figure.label()),
          Cell.figure(text("%,.2f", figure.scaled(days.median(figure, Days.WARM)))),
          Cell.figure(text("%,.2f", figure.scaled(days.median(figure, last)))),
          Cell.figure(text("%+.1f %%", 100 * days.change(figure))),
          Cell.text(days.flat(figure) ? "held" : "NOT HELD"));
    }
    return table;
  }

  private Plot operators() {
    Map<String, Double> largest = new TreeMap<>();
    for (Sample sample : days.samples()) {
      sample.operators().forEach((name, bytes) -> largest.merge(name, bytes, Math::max));
    }
    List<String> names =
        largest.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(LARGEST)
            .map(Map.Entry::getKey)
            .toList();
    double most = largest.values().stream().mapToDouble(Figure.STATE::scaled).max().orElse(1);
    Plot plot = plot("State of operators, MB", most);
    names.forEach(name -> plot.series(series(name, sample -> ofOperator(sample, name))));
    return plot;
  }

  private Plot plot(String title, double most) {
    double end = Math.max(1, days.samples().size() / (double) days.hours());
    return new Plot(title, new NumberAxis(0, end), NumberAxis.upTo(most), HEIGHT).xName("days");
  }

  private double most(ToDoubleFunction<Sample> value) {
    return days.samples().stream().mapToDouble(value).max().orElse(1);
  }

  private static double value(Sample sample, Figure figure) {
    return figure.scaled(sample.figures().getOrDefault(figure, 0.0));
  }

  private static double ofOperator(Sample sample, String name) {
    return Figure.STATE.scaled(sample.operators().getOrDefault(name, 0.0));
  }

  private Series series(String name, ToDoubleFunction<Sample> value) {
    List<Series.Point> points = new ArrayList<>();
    for (Sample sample : days.samples()) {
      double day = (points.size() + 1) / (double) days.hours();
      points.add(new Series.Point(day, value.applyAsDouble(sample)));
    }
    return new Series(name, Series.Shape.LINE, points);
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
