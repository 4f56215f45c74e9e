package io.groundswell.jobs.surge.html;

import java.util.ArrayList;
import java.util.List;

/** A table with a caption and column headings. */
public final class Table {
  private final String caption;
  private final List<String> headings;
  private final List<List<Cell>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param caption says what it shows
   * @param headings of its columns
   */
  public Table(String caption, String... headings) {
    this.caption = caption;
    this.headings = List.of(headings);
  }

  /** Adds a row; the first cell names it. */
  public Table row(Cell... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The table as HTML. */
  public String html() {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table>\n<caption>");
    html.append(Html.escape(caption)).append("</caption>\n<thead><tr>");
    for (int i = 0; i < headings.size(); i++) {
      boolean number = !rows.isEmpty() && i < rows.get(0).size() && rows.get(0).get(i).number();
      html.append("<th scope=\"col\"").append(number ? " class=\"n\">" : ">");
      html.append(Html.escape(headings.get(i))).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<Cell> row : rows) {
      append(html, row);
    }
    return html.append("</tbody></table></div>\n").toString();
  }

  private static void append(StringBuilder html, List<Cell> row) {
    html.append("<tr>");
    for (int i = 0; i < row.size(); i++) {
      Cell cell = row.get(i);
      String tag = i == 0 ? "th scope=\"row\"" : "td";
      html.append('<').append(tag).append(cell.number() ? " class=\"n\">" : ">");
      html.append(cell.html()).append(i == 0 ? "</th>" : "</td>");
    }
    html.append("</tr>\n");
  }
}
