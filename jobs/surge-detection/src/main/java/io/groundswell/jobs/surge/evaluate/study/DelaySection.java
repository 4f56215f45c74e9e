package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.LogAxis;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Series.Point;
import io.groundswell.jobs.surge.html.Series.Shape;
import io.groundswell.jobs.surge.html.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The part of a page about delays: all detectors at the same rates of false alarms. */
final class DelaySection {
  private static final int HEIGHT = 240;
  private static final String EXAMPLE = "x3 step";

  private final List<DelayRow> rows;

  DelaySection(List<DelayRow> rows) {
    this.rows = rows;
  }

  /** One surge that everybody saw or missed, for somebody who reads nothing else. */
  String inShort() {
    DelayRow example =
        rows.stream()
            .filter(row -> row.rate() == 2 && row.budget().equals(Target.MONTH.label()))
            .findFirst()
            .orElse(rows.get(0));
    List<DelayRow> alike =
        rows.stream()
            .filter(row -> row.rate() == example.rate() && row.surge().equals(EXAMPLE))
            .filter(row -> row.budget().equals(example.budget()))
            .toList();
    return "Surges: of three times the normal rate, at %s complaints a minute, half are seen within: "
            .formatted(Figures.plain(example.rate()))
        + alike.stream()
            .map(row -> row.detector() + " " + minutes(row.median()))
            .collect(Collectors.joining(", "))
        + ". All detectors at the same rate of false alarms, %s; the oracle knows what nobody can know."
            .formatted(example.budget());
  }

  private static String minutes(double median) {
    return Double.isFinite(median) ? Figures.minutes(median) : "never";
  }

  void addTo(Page page) {
    page.heading("How soon surges are seen, beside other detectors");
    DelayTable.by(DelayRow::rate, rows).forEach((rate, own) -> addTo(page, rate, own));
  }

  private static void addTo(Page page, double rate, List<DelayRow> rows) {
    String title = Figures.plain(rate) + " complaints a minute";
    page.heading(title, "rate-" + Figures.plain(rate));
    Map<String, List<DelayRow>> budgets = DelayTable.by(DelayRow::budget, rows);
    String drawn =
        budgets.containsKey(Target.MONTH.label())
            ? Target.MONTH.label()
            : budgets.keySet().iterator().next();
    page.plot(
        plot(title + ", " + drawn, budgets.getOrDefault(drawn, List.of())),
        "Steps of so many times the normal rate, at %s: a point is missing where more than half were missed."
            .formatted(drawn));
    budgets.forEach(
        (budget, own) ->
            page.table(
                table(
                    budget + ": median/p90 minutes (missed %)",
                    "Detector",
                    DelayTable.by(DelayRow::detector, own))));
  }

  /** A line for each name. */
  static Table table(String caption, String names, Map<String, List<DelayRow>> lines) {
    List<String> headings = new ArrayList<>(List.of(names));
    headings.addAll(DelayTable.columns());
    Table table = new Table(caption, headings.toArray(String[]::new));
    lines.forEach(
        (name, rows) -> {
          List<Cell> cells = new ArrayList<>(List.of(Cell.text(name)));
          DelayTable.cells(rows).forEach(cell -> cells.add(Cell.figure(cell)));
          table.row(cells.toArray(Cell[]::new));
        });
    return table;
  }

  private static Plot plot(String title, List<DelayRow> rows) {
    List<Double> multiples = steps().stream().map(Surge::multiple).toList();
    Plot plot =
        new Plot(
                "Median minutes by size of the surge, " + title,
                new LogAxis(multiples.get(0), multiples.get(multiples.size() - 1)),
                new LogAxis(least(rows), SurgeReplay.WATCHED_MINUTES),
                HEIGHT)
            .xName("times the normal rate");
    DelayTable.by(DelayRow::detector, rows)
        .forEach(
            (name, own) ->
                plot.series(
                    new Series(
                        name,
                        name.equals(Contestant.OWN) ? Shape.THICK_LINE : Shape.DOTTED_LINE,
                        points(own))));
    return plot;
  }

  private static double least(List<DelayRow> rows) {
    return rows.stream()
        .mapToDouble(DelayRow::median)
        .filter(Double::isFinite)
        .map(median -> median / 1.1)
        .min()
        .orElse(1);
  }

  private static List<Point> points(List<DelayRow> rows) {
    List<Point> points = new ArrayList<>();
    for (Surge surge : steps()) {
      rows.stream()
          .filter(row -> row.surge().equals(surge.label()))
          .map(row -> new Point(surge.multiple(), row.median()))
          .forEach(points::add);
    }
    return points;
  }

  private static List<Surge> steps() {
    return Surge.KINDS.stream().filter(Surge::isStep).toList();
  }
}
