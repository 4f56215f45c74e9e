package io.groundswell.jobs.notification.report;

import io.groundswell.jobs.notification.notice.Plain;
import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.NumberAxis;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Series.Point;
import io.groundswell.jobs.surge.html.Series.Shape;
import io.groundswell.jobs.surge.html.Table;
import io.groundswell.jobs.surge.html.TimeAxis;
import java.util.List;

/** A week as a page that needs nothing but itself. */
public final class ReportPage {
  private static final int HEIGHT = 110;
  private static final int SHORT = 20;

  private ReportPage() {}

  /** The report as HTML. */
  public static String of(Records records, Week week) {
    Page page = new Page(Reports.title(week));
    Highlights.of(records, week).forEach(line -> page.text(Plain.line(line)));
    if (records.deliveries() != null && week.all().pages() > 0) {
      page.plot(plot(week), "Pages a day: destinations first told of a SEV1 or SEV2 incident.");
    }
    for (Section section : Reports.sections(records, week)) {
      page.heading(section.title());
      section.sentences().forEach(page::text);
      Grid grid = section.grid();
      if (grid != null) {
        page.table(table(grid));
      }
      if (!section.note().isEmpty()) {
        page.note(section.note());
      }
    }
    return page.html();
  }

  private static Plot plot(Week week) {
    Period period = week.period();
    List<Point> points =
        week.pagesByDay().entrySet().stream()
            .map(
                day ->
                    new Point(
                        new Period(day.getKey(), day.getKey().plusDays(1)).start(), day.getValue()))
            .toList();
    int most = week.pagesByDay().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Plot(
            "Pages a day",
            new TimeAxis(period.start(), period.end()),
            NumberAxis.upTo(Math.max(most, 2)),
            HEIGHT)
        .series(new Series("pages", Shape.BARS, points));
  }

  private static Table table(Grid grid) {
    List<Grid.Column> columns = grid.columns();
    Table table =
        new Table(
            grid.caption(), columns.stream().map(Grid.Column::heading).toArray(String[]::new));
    for (List<String> row : grid.rows()) {
      Cell[] cells = new Cell[row.size()];
      for (int i = 0; i < cells.length; i++) {
        String text = row.get(i);
        cells[i] =
            columns.get(i).number()
                ? Cell.figure(text)
                : text.length() <= SHORT ? Cell.unbroken(text) : Cell.text(text);
      }
      table.row(cells);
    }
    return table;
  }
}
