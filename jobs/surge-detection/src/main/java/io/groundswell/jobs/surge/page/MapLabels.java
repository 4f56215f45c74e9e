package io.groundswell.jobs.surge.page;

import io.groundswell.jobs.surge.html.Html;
import io.groundswell.jobs.surge.html.Svg;
import java.util.ArrayList;
import java.util.List;

/** Names beside circles, as far as there is room; first come, first served. */
final class MapLabels {
  private static final double LETTER = 6.4;
  private static final double LINE = 12;
  private static final int GAP = 3;

  private final List<Box> taken = new ArrayList<>();
  private final StringBuilder svg = new StringBuilder();
  private final int width;
  private final int height;

  /** Labels on a drawing of this size. */
  MapLabels(int width, int height) {
    this.width = width;
    this.height = height;
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** Writes a name to the right of a circle, to its left, above or below it, or nowhere. */
  void add(String name, double x, double y, double radius) {
    double length = name.length() * LETTER;
    double[][] places = {
      {x + radius + GAP, y - LINE / 2},
      {x - radius - GAP - length, y - LINE / 2},
      {x - length / 2, y - radius - LINE - 1},
      {x - length / 2, y + radius + 1}
    };
    for (double[] place : places) {
      Box box = new Box(place[0], place[1], place[0] + length, place[1] + LINE);
      if (fits(box)) {
        taken.add(box);
        svg.append(
            Svg.text(
                "<text x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                place[0], place[1] + LINE - 2, Html.escape(name)));
        break;
      }
    }
    taken.add(new Box(x - radius / 2, y - radius / 2, x + radius / 2, y + radius / 2));
  }

  private boolean fits(Box box) {
    return box.left() >= 0
        && box.right() <= width
        && box.top() >= 0
        && box.bottom() <= height
        && taken.stream().noneMatch(box::meets);
  }

  String svg() {
    return svg.toString();
  }
}
