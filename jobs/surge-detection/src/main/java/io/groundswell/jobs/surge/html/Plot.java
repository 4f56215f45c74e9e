package io.groundswell.jobs.surge.html;

import io.groundswell.jobs.surge.html.Axis.Tick;
import java.util.ArrayList;
import java.util.List;

/**
 * A plot of several series over a common axis, as SVG for a {@link Page}. Colours are the page's;
 * series differ in their dashes, too.
 */
public final class Plot {
  private static final int WIDTH = 860;
  private static final int LEFT = 52;
  private static final int RIGHT = 12;
  private static final int LINE = 18;
  private static final double LETTER = 6.6;

  /** Room for a tick of the horizontal axis. */
  private static final int TICK = 86;

  private final String title;
  private final Axis x;
  private final Axis y;
  private final Frame frame;
  private final List<Series> series = new ArrayList<>();
  private final StringBuilder behind = new StringBuilder();
  private final Marks marks = new Marks();
  private String xName = "";

  /**
   * An empty plot.
   *
   * @param title says what it shows, for those who cannot see it and above it
   * @param height of the area inside the axes, in pixels
   */
  public Plot(String title, Axis x, Axis y, int height) {
    this(title, x, y, WIDTH, height);
  }

  /**
   * An empty plot for less room.
   *
   * @param title says what it shows, for those who cannot see it and above it
   * @param width of all of it, in pixels
   * @param height of the area inside the axes, in pixels
   */
  public Plot(String title, Axis x, Axis y, int width, int height) {
    this.title = title;
    this.x = x;
    this.y = y;
    this.frame = new Frame(x, y, width - LEFT - RIGHT, height);
  }

  /** Names the horizontal axis. */
  public Plot xName(String name) {
    xName = name;
    return this;
  }

  /** Adds a series. */
  public Plot series(Series added) {
    series.add(added);
    return this;
  }

  /** Shades what lies between two places of the horizontal axis. */
  public Plot band(double from, double until, String label) {
    double left = frame.x(from);
    behind.append(
        Svg.text(
            "<rect class=\"band\" x=\"%.1f\" y=\"0\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>%n",
            left, Math.max(1, frame.x(until) - left), frame.height(), Html.escape(label)));
    return this;
  }

  /** Marks a place of the horizontal axis with a line and, above the plot, a label. */
  public Plot mark(double at, String label) {
    marks.add(frame.x(at), label);
    return this;
  }

  /** The plot as an SVG element. */
  public String svg() {
    Legend legend = new Legend(series, frame.width(), LETTER);
    Marks.Laid marked = marks.lay(frame.width(), frame.height(), LETTER, LINE);
    int top = 6 + (legend.lines() + marked.rows()) * LINE;
    int height = top + frame.height() + (xName.isEmpty() ? 24 : 42);
    StringBuilder svg = new StringBuilder();
    svg.append(
        Svg.text(
            "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\"><title>%3$s</title>%n",
            frame.width() + LEFT + RIGHT, height, Html.escape(title)));
    svg.append(Svg.text("<g transform=\"translate(%d 14)\">%s</g>%n", LEFT, legend.svg(LINE)));
    svg.append(Svg.text("<g transform=\"translate(%d %d)\">%n", LEFT, top));
    svg.append(behind).append(grid());
    for (int i = 0; i < series.size(); i++) {
      svg.append(frame.svg(series.get(i), i));
    }
    return svg.append(marked.svg()).append("</g></svg>\n").toString();
  }

  private String grid() {
    StringBuilder grid = new StringBuilder();
    y.ticks(frame.height() / 34).forEach(tick -> grid.append(across(tick)));
    x.ticks(frame.width() / TICK).forEach(tick -> grid.append(below(tick)));
    return grid.append(
            Svg.text(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                frame.width() / 2, frame.height() + 36, Html.escape(xName)))
        .toString();
  }

  private String across(Tick tick) {
    return Svg.text(
        "<line class=\"grid\" x1=\"0\" x2=\"%d\" y1=\"%.1f\" y2=\"%2$.1f\"/>"
            + "<text x=\"-6\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
        frame.width(), frame.y(tick.at()), frame.y(tick.at()) + 4, Html.escape(tick.label()));
  }

  private String below(Tick tick) {
    double place = frame.x(tick.at());
    int bottom = frame.height();
    return Svg.text(
        "<line class=\"tick\" x1=\"%.1f\" x2=\"%1$.1f\" y1=\"%d\" y2=\"%d\"/>"
            + "<text x=\"%1$.1f\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
        place,
        bottom,
        bottom + 5,
        bottom + 18,
        place > frame.width() - 20 ? "end" : "middle",
        Html.escape(tick.label()));
  }
}
