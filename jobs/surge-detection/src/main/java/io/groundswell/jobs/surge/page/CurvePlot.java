package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Curve;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.jobs.surge.html.NumberAxis;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Series.Point;
import io.groundswell.jobs.surge.html.Series.Shape;
import io.groundswell.jobs.surge.html.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Complaints over time against what is usual. */
final class CurvePlot {
  private static final int WIDTH = 380;
  private static final int HEIGHT = 150;
  private static final int MOST_BARS = 90;
  private static final int MINUTE = 60_000;

  private final Briefing briefing;
  private final Curve curve;

  /** How many steps of the curve are one bar. */
  private final int steps;

  private CurvePlot(Briefing briefing) {
    this.briefing = briefing;
    this.curve = briefing.curve();
    this.steps = Math.max(1, (curve.posts().size() + MOST_BARS - 1) / MOST_BARS);
  }

  /** The section of the page; empty where there is no curve. */
  static String section(Briefing briefing) {
    return briefing.curve().posts().isEmpty() ? "" : new CurvePlot(briefing).html();
  }

  private String html() {
    long width = curve.width() * steps;
    List<Point> bars = bars(width);
    double usual = curve.expected() * steps;
    double most = bars.stream().mapToDouble(Point::y).max().orElse(0);
    String each = Figures.duration(Math.max(1, width / MINUTE));
    long until = curve.from() + width * bars.size();
    Plot plot =
        new Plot(
                Texts.filled(
                    "Complaints in each %s, up to %.0f; usual are %s",
                    each, most, Figures.amount(usual)),
                new TimeAxis(curve.from(), until),
                NumberAxis.upTo(Math.max(most, usual)),
                WIDTH,
                HEIGHT)
            .series(new Series("complaints in " + each, Shape.BARS, bars))
            .series(
                new Series(
                    "usual",
                    Shape.LINE,
                    List.of(new Point(curve.from(), usual), new Point(until, usual))));
    IncidentUpdate update = briefing.update();
    mark(plot, update.onsetAt(), until, "began");
    mark(plot, update.detectedAt(), until, "detected");
    mark(plot, update.lead().supportOnsetAt(), until, "support queue");
    mark(plot, update.updatedAt(), until, "update");
    return "<section>\n<h2>Complaints</h2>\n%s</section>\n".formatted(plot.svg());
  }

  private List<Point> bars(long width) {
    List<Point> bars = new ArrayList<>();
    for (int from = 0; from < curve.posts().size(); from += steps) {
      int until = Math.min(curve.posts().size(), from + steps);
      double posts = 0;
      for (int count : curve.posts().subList(from, until)) {
        posts += count;
      }
      bars.add(new Point(curve.from() + (double) width * bars.size(), posts));
    }
    return bars;
  }

  private void mark(Plot plot, @Nullable Long at, long until, String label) {
    if (at != null && at >= curve.from() && at <= until) {
      plot.mark((double) at.longValue(), label);
    }
  }
}
