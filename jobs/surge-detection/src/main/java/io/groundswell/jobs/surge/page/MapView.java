package io.groundswell.jobs.surge.page;

import io.groundswell.domain.catalogue.Atlas;
import io.groundswell.domain.catalogue.Atlas.Spot;
import io.groundswell.jobs.surge.html.Svg;
import java.util.List;

/**
 * The part of the world that a map shows: degrees on straight lines, true to shape in its middle.
 * Nothing is shown across the date line.
 */
record MapView(double south, double west, double north, double east) {
  static final int WIDTH = 380;

  /** All that is inhabited. */
  static final MapView WORLD = new MapView(-56, -170, 74, 180);

  /** What lies further apart is shown on a map of the world. */
  private static final double WIDEST = 120;

  private static final double TALLEST = 55;

  /** The least that is shown, in degrees from south to north. */
  private static final double LEAST = 6;

  private static final double MARGIN = .2;

  /** Of height to width, on paper. */
  private static final double FLATTEST = .5;

  private static final double STEEPEST = .62;

  private static final double[] STEPS = {.25, .5, 1, 2};
  private static final double COARSEST = 2.5;
  private static final int MOST_DOTS = 100;

  /** Of a dot, against the distance from one to the next. */
  private static final double THICK = .74;

  /** A row is this much longer than from its first dot to its last, so that rounding hides none. */
  private static final double ROUNDING = .3;

  /** The part that has these places in it, or the world where they lie far apart. */
  static MapView of(List<Spot> spots) {
    double south = spots.stream().mapToDouble(Spot::south).min().orElse(-90);
    double north = spots.stream().mapToDouble(Spot::north).max().orElse(90);
    double west = spots.stream().mapToDouble(Spot::west).min().orElse(-180);
    double east = spots.stream().mapToDouble(Spot::east).max().orElse(180);
    if (east - west > WIDEST || north - south > TALLEST) {
      return WORLD;
    }
    double shrink = shrink(south, north);
    double height = Math.max(LEAST, (north - south) * (1 + 2 * MARGIN));
    double width = Math.max(LEAST, (east - west) * (1 + 2 * MARGIN));
    width = Math.max(width, height / STEEPEST / shrink);
    height = Math.max(height, width * FLATTEST * shrink);
    double middleLat = (south + north) / 2;
    double middleLon = (west + east) / 2;
    return new MapView(
        middleLat - height / 2,
        middleLon - width / 2,
        middleLat + height / 2,
        middleLon + width / 2);
  }

  private static double shrink(double south, double north) {
    return Math.max(.2, Math.cos(Math.toRadians((south + north) / 2)));
  }

  double x(double lon) {
    return (lon - west) * perDegree();
  }

  double y(double lat) {
    return (north - lat) * perDegree() / shrink(south, north);
  }

  int height() {
    return (int) Math.round(y(south));
  }

  private double perDegree() {
    return WIDTH / (east - west);
  }

  /** Degrees from one dot of land to the next. */
  private double step() {
    for (double step : STEPS) {
      if ((east - west) / step <= MOST_DOTS) {
        return step;
      }
    }
    return COARSEST;
  }

  /** Where people live, as one path: a dashed line along each row gives its dots. */
  String land() {
    double step = step();
    double apart = step * perDegree();
    StringBuilder path = new StringBuilder();
    for (double lat = south; lat < north; lat += step) {
      appendRow(path, lat, step);
    }
    return Svg.text(
        "<path class=\"land\" d=\"%s\" style=\"stroke-width:%.1fpx\" stroke-dasharray=\"0 %.3f\"/>%n",
        path, apart * THICK, apart);
  }

  private void appendRow(StringBuilder path, double lat, double step) {
    double apart = step * perDegree();
    int columns = (int) Math.ceil((east - west) / step);
    for (int column = 0; column < columns; column++) {
      int from = column;
      while (column < columns && Atlas.isInhabited(lat, west + column * step, step)) {
        column++;
      }
      if (column > from) {
        double length = (column - from - 1 + ROUNDING) * apart;
        path.append(Svg.text("M%.1f %.1fh%.1f", (from + .5) * apart, y(lat + step / 2), length));
      }
    }
  }
}
