package io.groundswell.jobs.surge.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Labelled lines at places of a plot's horizontal axis; labels stand above it, none on another. */
final class Marks {
  private static final int GAP = 6;

  /** From right to left: so no line crosses the label of one before it. */
  private final List<Mark> marks = new ArrayList<>();

  private record Mark(double place, String label) {}

  /** Adds a mark; without a label it is a line alone. */
  void add(double place, String label) {
    marks.add(new Mark(place, label));
    marks.sort(Comparator.comparingDouble(mark -> -mark.place()));
  }

  /**
   * The marks as SVG, and how many lines of labels they take.
   *
   * @param width of the area inside the axes, in pixels
   * @param height of the same
   * @param letter about how wide a letter is, in pixels
   * @param lineHeight of a line of labels
   */
  Laid lay(int width, int height, double letter, int lineHeight) {
    List<Double> begins = new ArrayList<>();
    StringBuilder svg = new StringBuilder();
    for (Mark mark : marks) {
      double length = mark.label().length() * letter;
      double from = Math.max(0, Math.min(mark.place(), width - length));
      int row = mark.label().isEmpty() ? -1 : row(begins, from, from + length + GAP);
      svg.append(line(mark, row, height, lineHeight));
      if (row >= 0) {
        svg.append(label(mark, from, -row * lineHeight - 5));
      }
    }
    return new Laid(svg.toString(), begins.size());
  }

  /** The lowest line in which there is room. */
  private static int row(List<Double> begins, double from, double until) {
    for (int row = 0; row < begins.size(); row++) {
      if (until <= begins.get(row)) {
        begins.set(row, from);
        return row;
      }
    }
    begins.add(from);
    return begins.size() - 1;
  }

  private static String line(Mark mark, int row, int height, int lineHeight) {
    return Svg.text(
        "<line class=\"mark\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\"/>",
        mark.place(), -Math.max(0, row) * lineHeight, height);
  }

  private static String label(Mark mark, double from, int y) {
    return Svg.text(
        "<text class=\"mark\" x=\"%.1f\" y=\"%d\">%s</text>%n", from, y, Html.escape(mark.label()));
  }

  /**
   * Marks that have their places.
   *
   * @param svg above a frame that begins at 0
   * @param rows lines of labels above it
   */
  record Laid(String svg, int rows) {}
}
