package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.LogAxis;
import io.groundswell.jobs.surge.html.NumberAxis;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Table;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What was measured, as a page. */
final class HistoryPage {
  private static final int HEIGHT = 260;
  private static final double LEAST = .05;
  private final Page page = new Page("A year of volumes: what it costs to ask, to write, to merge");

  HistoryPage year(Year year) {
    page.figure("rows", text("%,d", year.rows()), text("%d days", year.days()));
    page.figure(
        "size",
        text("%.2f GB", year.bytes() / 1e9),
        text("%.1f bytes a row", (double) year.bytes() / year.rows()));
    page.figure(
        "written in",
        text("%.1f min", year.seconds() / 60),
        text("%,.0f rows a second", year.rows() / year.seconds()));
    return this;
  }

  HistoryPage questions(List<Asked> asked) {
    page.heading("Questions");
    List<Asked> answered = asked.stream().filter(one -> one.failure().isEmpty()).toList();
    if (!answered.isEmpty()) {
      page.plot(
          plot("Seconds of the whole command, with the start of Java", answered, Asked::command),
          "Median of five new processes; files lie in the system's cache.");
      page.plot(
          plot("Seconds asked again in one process", answered, Asked::again), "Median of five.");
      page.plot(memory(answered), "The most that a command's process had.");
    }
    Table table =
        new Table(
            "Median of five",
            "Question",
            "days",
            "rows",
            "files read",
            "command, s",
            "query, s",
            "again, s",
            "memory, GB");
    asked.forEach(one -> row(table, one));
    page.table(table);
    return this;
  }

  private static void row(Table table, Asked asked) {
    boolean answered = asked.failure().isEmpty();
    table.row(
        Cell.text(asked.question().label()),
        Cell.figure(text("%d", asked.days())),
        Cell.figure(text("%,d", asked.rows())),
        Cell.figure(asked.files() + " of " + asked.of()),
        Cell.figure(answered ? text("%.2f", asked.command()) : "not answered"),
        Cell.figure(answered ? text("%.2f", asked.alone()) : asked.failure()),
        Cell.figure(answered ? text("%.2f", asked.again()) : ""),
        Cell.figure(text("%.2f", asked.gigabytes())));
  }

  private static Plot plot(String title, List<Asked> asked, ToDoubleFunction<Asked> seconds) {
    double most = asked.stream().mapToDouble(seconds).max().orElse(1);
    double least = asked.stream().mapToDouble(seconds).min().orElse(LEAST);
    Plot plot =
        new Plot(
                title, days(asked), new LogAxis(Math.min(LEAST, least), Math.max(10, most)), HEIGHT)
            .xName("days in the table");
    lines(plot, asked, seconds);
    return plot;
  }

  private static Plot memory(List<Asked> asked) {
    double most = asked.stream().mapToDouble(Asked::gigabytes).max().orElse(1);
    Plot plot =
        new Plot("Memory, GB", days(asked), NumberAxis.upTo(Math.max(2, most)), HEIGHT)
            .xName("days in the table");
    lines(plot, asked, Asked::gigabytes);
    return plot;
  }

  private static NumberAxis days(List<Asked> asked) {
    return NumberAxis.upTo(asked.stream().mapToInt(Asked::days).max().orElse(1));
  }

  private static void lines(Plot plot, List<Asked> asked, ToDoubleFunction<Asked> value) {
    for (Question question : Arrays.asList(Question.values())) {
      List<Series.Point> points =
          asked.stream()
              .filter(one -> one.question() == question)
              .map(one -> new Series.Point(one.days(), value.applyAsDouble(one)))
              .toList();
      plot.series(new Series(question.label(), Series.Shape.DOTTED_LINE, points));
    }
  }

  HistoryPage writing(Writing.Result result) {
    page.heading("Writing");
    Writing.Kept fast = result.fast();
    page.table(
        new Table("What is compared", "Figure", "Value")
            .row(Cell.text("20 times the rate: lines"), Cell.figure(text("%,d", fast.lines())))
            .row(
                Cell.text("seconds from the last line to all rows in the tables"),
                Cell.figure(text("%.1f", fast.level())))
            .row(
                Cell.text("main job, CPU us a post, as fast as it can"),
                Cell.figure(text("%.1f", 1e6 * result.mainPerPost())))
            .row(
                Cell.text("history, CPU us a post, at 20 times the rate"),
                Cell.figure(text("%.1f", 1e6 * result.historyPerPost())))
            .row(
                Cell.text("main job, CPU-seconds a second at the rate"),
                Cell.figure(text("%.3f", result.mainLive())))
            .row(
                Cell.text("history, the same, a commit every 10 s"),
                Cell.figure(text("%.3f", result.historyLive(result.often()))))
            .row(
                Cell.text("history, the same, a commit a minute"),
                Cell.figure(text("%.3f", result.historyLive(result.usual())))));
    return this;
  }

  HistoryPage merged(String what, Merged.Result result) {
    page.heading("Merging " + what);
    page.text(
        text("%.1f s, %.2f GB of memory", result.took().seconds(), result.took().peak() / 1e9));
    Table table = new Table("Days that are over", "Table", "rows", "files", "then", "MB then");
    for (Merged.Day day : result.days()) {
      long after = day.after().stream().mapToLong(Long::longValue).sum();
      table.row(
          Cell.text(day.table()),
          Cell.figure(text("%,d", day.rows())),
          Cell.figure(text("%d", day.before().size())),
          Cell.figure(text("%d", day.after().size())),
          Cell.figure(text("%.1f", after / (double) (1 << 20))));
    }
    page.table(table);
    return this;
  }

  String html() {
    return page.html();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
