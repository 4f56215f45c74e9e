package io.groundswell.jobs.surge.html;

import io.groundswell.jobs.surge.html.Series.Point;
import java.util.List;

/** The area inside the axes of a plot: where values lie in it, and what they look like. */
record Frame(Axis xAxis, Axis yAxis, int width, int height) {
  /** How many series the page has colours and dashes for. */
  private static final int COLOURS = 8;

  static int colour(int number) {
    return number % COLOURS;
  }

  double x(double value) {
    return width * within(xAxis.share(value));
  }

  double y(double value) {
    return height * (1 - within(yAxis.share(value)));
  }

  private static double within(double share) {
    return Math.max(0, Math.min(1, share));
  }

  String svg(Series series, int number) {
    List<Point> points =
        series.points().stream()
            .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
            .toList();
    int colour = colour(number);
    return switch (series.shape()) {
      case LINE -> path(lines(points), colour);
      case THICK_LINE -> thick(path(lines(points), colour) + dots(points, colour));
      case DOTTED_LINE -> path(lines(points), colour) + dots(points, colour);
      case STEPS -> path(steps(points), colour);
      case BARS -> bars(points, colour);
    };
  }

  private static String thick(String svg) {
    return "<g class=\"thick\">" + svg + "</g>";
  }

  private static String path(String path, int colour) {
    return path.isEmpty() ? "" : Svg.text("<path class=\"s%d\" d=\"%s\"/>%n", colour, path);
  }

  private String lines(List<Point> points) {
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      path.append(path.isEmpty() ? 'M' : 'L').append(place(point.x(), point.y()));
    }
    return path.toString();
  }

  private String steps(List<Point> points) {
    StringBuilder path = new StringBuilder();
    double before = 0;
    for (Point point : points) {
      if (path.isEmpty()) {
        path.append('M');
      } else {
        path.append('L').append(place(point.x(), before)).append('L');
      }
      path.append(place(point.x(), point.y()));
      before = point.y();
    }
    return path.isEmpty() ? "" : path.append('L').append(place(xAxis.max(), before)).toString();
  }

  private String place(double valueX, double valueY) {
    return Svg.text("%.1f %.1f", x(valueX), y(valueY));
  }

  private String dots(List<Point> points, int colour) {
    StringBuilder dots = new StringBuilder();
    for (Point point : points) {
      dots.append(
          Svg.text(
              "<circle class=\"f%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"2\"/>",
              colour, x(point.x()), y(point.y())));
    }
    return dots.toString();
  }

  private String bars(List<Point> points, int colour) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double next = i + 1 < points.size() ? points.get(i + 1).x() : xAxis.max();
      double left = x(points.get(i).x());
      double room = x(next) - left;
      double top = y(points.get(i).y());
      if (top < height) {
        path.append(
            Svg.text("M%.1f %dV%.1fh%.1fV%d", left, height, top, Math.max(1, room - .6), height));
      }
    }
    return path.isEmpty() ? "" : Svg.text("<path class=\"f%d\" d=\"%s\"/>%n", colour, path);
  }
}
