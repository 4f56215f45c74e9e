package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Cell.Tone;
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
import java.util.stream.DoubleStream;

/** The part of a page about false alarms: stated against observed. */
final class CalmSection {
  private static final List<Period> DRAWN =
      List.of(Period.LATER, Period.FIRST_DAY, Period.FIRST_WEEK);
  private static final List<Period> SHOWN =
      List.of(Period.FIRST_DAY, Period.FIRST_WEEK, Period.LATER);
  private static final int HEIGHT = 220;

  private final List<CalmRow> rows;

  CalmSection(List<CalmRow> rows) {
    this.rows = rows;
  }

  void addTo(Page page) {
    page.heading("False alarms, stated and observed");
    for (double threshold : rows.stream().map(CalmRow::threshold).distinct().toList()) {
      List<CalmRow> own = rows.stream().filter(row -> row.threshold() == threshold).toList();
      String evidence = "evidence " + Figures.plain(threshold);
      page.heading("At " + evidence, "calm-" + Figures.plain(threshold));
      if (drawn(own).findAny().isPresent()) {
        page.plot(
            plot(own, evidence),
            "Below 1 there are fewer false alarms than stated. A period has no point where none came.");
      }
      page.table(table(evidence, own));
    }
  }

  private static Table table(String evidence, List<CalmRow> rows) {
    List<String> headings = new ArrayList<>(List.of("Complaints a minute"));
    SHOWN.forEach(period -> headings.add(period.label()));
    Table table =
        new Table(
            "False alarms of incidents on calm streams, %s: observed of stated: ratio (95 %% interval)"
                .formatted(evidence),
            headings.toArray(String[]::new));
    for (double rate : rows.stream().map(CalmRow::rate).distinct().toList()) {
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.text(rate == 0 ? "all" : Figures.plain(rate)));
      for (Period period : SHOWN) {
        rows.stream()
            .filter(row -> row.rate() == rate && row.period() == period)
            .map(CalmSection::cell)
            .forEach(cells::add);
      }
      table.row(cells.toArray(Cell[]::new));
    }
    return table;
  }

  /** Stands out where there are more than chance explains. */
  private static Cell cell(CalmRow row) {
    String text =
        "%d of %s: %s (%s)"
            .formatted(
                row.observed(),
                Figures.number(row.stated()),
                StudyPage.hundredths(row.ratio()),
                StudyPage.interval(row.interval()));
    return row.interval().low() > 1 ? Cell.badge(text, Tone.BAD) : Cell.unbroken(text);
  }

  private static Plot plot(List<CalmRow> rows, String evidence) {
    List<CalmRow> classes = rows.stream().filter(row -> !row.ofAllClasses()).toList();
    double least = classes.stream().mapToDouble(CalmRow::rate).min().orElse(1) / 1.3;
    double most = classes.stream().mapToDouble(CalmRow::rate).max().orElse(1) * 1.3;
    Plot plot =
        new Plot(
                "Observed over stated false alarms by class, " + evidence,
                new LogAxis(least, most),
                new LogAxis(Math.min(.1, low(classes)), Math.max(10, high(classes))),
                HEIGHT)
            .xName("complaints a minute");
    for (Period period : DRAWN) {
      plot.series(
          new Series(
              period.label(),
              period == Period.LATER ? Shape.THICK_LINE : Shape.DOTTED_LINE,
              classes.stream()
                  .filter(row -> row.period() == period && row.observed() > 0)
                  .map(row -> new Point(row.rate(), row.ratio()))
                  .toList()));
    }
    List<Point> asStated = List.of(new Point(least, 1), new Point(most, 1));
    return plot.series(new Series("as stated", Shape.LINE, asStated));
  }

  private static double low(List<CalmRow> rows) {
    return drawn(rows).min().orElse(1) / 1.2;
  }

  private static double high(List<CalmRow> rows) {
    return drawn(rows).max().orElse(1) * 1.2;
  }

  private static DoubleStream drawn(List<CalmRow> rows) {
    return rows.stream()
        .filter(row -> DRAWN.contains(row.period()) && row.observed() > 0)
        .mapToDouble(CalmRow::ratio);
  }
}
