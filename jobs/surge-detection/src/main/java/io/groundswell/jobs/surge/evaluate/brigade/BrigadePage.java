package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Cell.Tone;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.LogAxis;
import io.groundswell.jobs.surge.html.NumberAxis;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Series.Point;
import io.groundswell.jobs.surge.html.Series.Shape;
import io.groundswell.jobs.surge.html.Table;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What came of brigades as a page for people. */
final class BrigadePage {
  private static final String[] DEFINITIONS = {
    "Each trial is a product of its own with eight days of invented, varied complaints, ten an hour on"
        + " average, more in the evening. On the ninth day, towards noon, others come: a brigade of"
        + " accounts that post once each, or as many people in their own words. Trials of one seed have"
        + " the same usual complaints; one trial of each seed has nothing else.",
    "A brigade posts one template: the same text (identical), a text in which one to three words differ"
        + " (slots), clauses in any order (shuffled), or every clause said in other words (paraphrase)."
        + " Templates take turns.",
    "Opened: an incident of kind surge about the product, or one of its terms, was opened or reopened"
        + " within two hours. First: the fewest with which any trial opened; half: with which at least"
        + " half of the trials did. Campaign: the share of all trials of the row in which an incident of"
        + " kind campaign was recorded; it pages nobody."
  };

  private final BrigadeResult result;

  BrigadePage(BrigadeResult result) {
    this.result = result;
  }

  String html() {
    Page page = new Page("Groundswell against brigades");
    BrigadeSentences.of(result).forEach(page::text);
    for (Duration length : result.plan().lengths()) {
      page.heading("In " + BrigadeSentences.time(length));
      page.plot(
          plot(length),
          "Share of trials that opened an incident, by how many came within "
              + BrigadeSentences.time(length));
      page.table(table(length));
    }
    page.heading(BrigadeSentences.hiddenTitle()).table(hidden());
    page.heading("How it is measured");
    List.of(DEFINITIONS).forEach(page::note);
    return page.html();
  }

  private List<BrigadeRow> rows(Duration length) {
    List<BrigadeRow> rows = new ArrayList<>(List.of(result.people(length)));
    rows.addAll(result.brigades(length));
    return rows;
  }

  private Plot plot(Duration length) {
    List<Integer> sizes = result.plan().sizes();
    Plot plot =
        new Plot(
                "Share of trials that opened an incident, in percent",
                new LogAxis(sizes.get(0), sizes.get(sizes.size() - 1)),
                new NumberAxis(0, 105),
                220)
            .xName("authors")
            .mark(BrigadePlan.LEAST, "a brigade has to be larger");
    for (BrigadeRow row : rows(length)) {
      List<Point> points =
          sizes.stream().map(size -> new Point(size, 100 * row.share(size))).toList();
      boolean people = Trial.PEOPLE.equals(row.what());
      plot.series(new Series(row.what(), people ? Shape.THICK_LINE : Shape.DOTTED_LINE, points));
    }
    return plot;
  }

  private Table table(Duration length) {
    List<String> headings = new ArrayList<>(List.of("Who"));
    result.plan().sizes().forEach(size -> headings.add(String.valueOf(size)));
    headings.addAll(List.of("First", "Half", "Campaign"));
    Table table =
        new Table("Opened, of " + result.plan().seeds().size(), headings.toArray(String[]::new));
    for (BrigadeRow row : rows(length)) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.text(row.what())));
      result.plan().sizes().forEach(n -> cells.add(Cell.figure(String.valueOf(row.opened(n)))));
      cells.add(Cell.figure(BrigadeSentences.fewest(row, 0)));
      cells.add(Cell.figure(BrigadeSentences.fewest(row, .5)));
      cells.add(Cell.figure(Figures.percent(row.campaigns())));
      table.row(cells.toArray(Cell[]::new));
    }
    return table;
  }

  private Table hidden() {
    Table table =
        new Table("It has to open all the same", "Brigade", "Within", "Opened", "Campaign");
    for (Duration length : result.plan().lengths()) {
      for (BrigadeRow row : result.hidden(length)) {
        int size = row.sizes().lastKey();
        int all = row.sizes().getOrDefault(size, List.of()).size();
        table.row(
            Cell.text(row.what()),
            Cell.unbroken(BrigadeSentences.time(length)),
            Cell.badge(
                row.opened(size) + " of " + all, row.opened(size) == all ? Tone.GOOD : Tone.BAD),
            Cell.figure(Figures.percent(row.campaigns())));
      }
    }
    return table;
  }
}
