package io.groundswell.jobs.notification.report;

import io.groundswell.jobs.notification.notice.Plain;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A week for a terminal or a mail, as plain text. */
public final class ReportText {
  private static final int WIDTH = 100;
  private static final int WIDEST_CELL = 60;
  private static final int LONGEST_BAR = 40;

  /** Of more days than in a quarter, bars would be all that one sees. */
  private static final int MOST_DAYS = 92;

  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  /** The report. */
  public static String of(Records records, Week week) {
    ReportText report = new ReportText();
    report.line(Reports.title(week)).line("");
    Highlights.of(records, week).forEach(line -> report.sentence("* ", Plain.line(line)));
    if (records.deliveries() != null) {
      report.days(week);
    }
    Reports.sections(records, week).forEach(report::section);
    return report.text.toString();
  }

  private ReportText line(String line) {
    text.append(line.stripTrailing()).append('\n');
    return this;
  }

  private void days(Week week) {
    int most = week.pagesByDay().values().stream().mapToInt(Integer::intValue).max().orElse(0);
    if (most == 0 || week.pagesByDay().size() > MOST_DAYS) {
      return;
    }
    line("").line("PAGES A DAY");
    for (Map.Entry<LocalDate, Integer> day : week.pagesByDay().entrySet()) {
      int pages = day.getValue();
      int bar = most <= LONGEST_BAR ? pages : (int) Math.ceil(pages * (double) LONGEST_BAR / most);
      String name = day.getKey().getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
      line("%s %s %4d  %s".formatted(name, day.getKey(), pages, "#".repeat(bar)));
    }
  }

  private void section(Section section) {
    line("").line(section.title().toUpperCase(Locale.ROOT));
    section.sentences().forEach(one -> sentence("", one));
    Grid grid = section.grid();
    if (grid != null) {
      grid(grid);
    }
    if (!section.note().isEmpty()) {
      sentence("", section.note());
    }
  }

  /** Breaks between words; further lines stand under the first. */
  private void sentence(String mark, String sentence) {
    StringBuilder line = new StringBuilder(mark);
    boolean begun = false;
    for (String word : sentence.split(" ", -1)) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        line(line.toString());
        line.setLength(0);
        line.append(" ".repeat(mark.length()));
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
      begun = true;
    }
    line(line.toString());
  }

  private void grid(Grid grid) {
    List<Grid.Column> columns = grid.columns();
    int[] widths = new int[columns.size()];
    Arrays.setAll(widths, i -> length(columns.get(i).heading()));
    for (List<String> row : grid.rows()) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], length(cell(row.get(i))));
      }
    }
    row(columns, widths, columns.stream().map(Grid.Column::heading).toList());
    grid.rows().forEach(row -> row(columns, widths, row));
  }

  private void row(List<Grid.Column> columns, int[] widths, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String cell = cell(cells.get(i));
      String blanks = " ".repeat(widths[i] - length(cell));
      line.append("  ").append(columns.get(i).number() ? blanks + cell : cell + blanks);
    }
    line(line.toString());
  }

  private static String cell(String text) {
    return Plain.cut(text, WIDEST_CELL);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
