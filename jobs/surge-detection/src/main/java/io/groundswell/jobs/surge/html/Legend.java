package io.groundswell.jobs.surge.html;

import java.util.List;

/** Which series is which, in as many lines as it takes. */
final class Legend {
  private static final int SWATCH = 22;
  private static final int GAP = 18;

  private final StringBuilder entries = new StringBuilder();
  private final List<Series> series;
  private final int width;
  private final double letter;
  private int lines = 1;

  /**
   * The legend of some series.
   *
   * @param width room for a line, in pixels
   * @param letter about how wide a letter is, in pixels
   */
  Legend(List<Series> series, int width, double letter) {
    this.series = series;
    this.width = width;
    this.letter = letter;
    lay(0);
  }

  /** How many lines it takes. */
  int lines() {
    return lines;
  }

  String svg(int lineHeight) {
    entries.setLength(0);
    lay(lineHeight);
    return entries.toString();
  }

  private void lay(int lineHeight) {
    double at = 0;
    lines = 1;
    for (int i = 0; i < series.size(); i++) {
      String name = series.get(i).name();
      double needed = SWATCH + name.length() * letter + GAP;
      if (at > 0 && at + needed > width) {
        at = 0;
        lines++;
      }
      entries.append(entry(name, i, at, (lines - 1) * lineHeight));
      at += needed;
    }
  }

  private String entry(String name, int number, double at, int top) {
    boolean thick = series.get(number).shape() == Series.Shape.THICK_LINE;
    boolean bars = series.get(number).shape() == Series.Shape.BARS;
    String swatch =
        bars
            ? Svg.text(
                "<rect class=\"f%d\" x=\"%.1f\" y=\"%d\" width=\"16\" height=\"9\"/>",
                Frame.colour(number), at, top - 9)
            : Svg.text(
                "<line class=\"s%d%s\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%5$d\"/>",
                Frame.colour(number), thick ? " thick" : "", at, at + 16, top - 4);
    return swatch
        + Svg.text("<text x=\"%.1f\" y=\"%d\">%s</text>%n", at + SWATCH, top, Html.escape(name));
  }
}
