package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Curve;
import io.groundswell.domain.briefing.Suspicion;
import io.groundswell.domain.change.Verdict;
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

  private final IncidentUpdate update;
  private final Curve curve;
  private final List<Suspicion> suspicions;
  private final int bars;

  /** How many steps of the curve are one bar. */
  private final int steps;

  /** Up to the update, also where the last complaints lie further back. */
  private CurvePlot(Briefing briefing) {
    this.update = briefing.update();
    this.curve = briefing.curve();
    this.suspicions = briefing.suspicions();
    long untilUpdate = ceil(update.updatedAt() - curve.from(), curve.width());
    long all = Math.max(curve.posts().size(), untilUpdate);
    this.steps = (int) Math.max(1, ceil(all, MOST_BARS));
    this.bars = (int) ceil(all, steps);
  }

  /** The section of the page; empty where there is no curve. */
  static String section(Briefing briefing) {
    return briefing.curve().posts().isEmpty() ? "" : new CurvePlot(briefing).html();
  }

  private String html() {
    long width = curve.width() * steps;
    long until = curve.from() + width * bars;
    double usual = curve.expected() * steps;
    List<Point> points = points(width);
    double most = points.stream().mapToDouble(Point::y).max().orElse(0);
    String each = Figures.duration(Math.max(1, width / MINUTE));
    List<Point> line = List.of(new Point(curve.from(), usual), new Point(until, usual));
    Plot plot =
        new Plot(
                Texts.filled(
                    "Complaints in each %s, up to %.0f; usual are %s",
                    each, most, Figures.amount(usual)),
                new TimeAxis(curve.from(), until),
                NumberAxis.upTo(Math.max(most, usual)),
                WIDTH,
                HEIGHT)
            .series(new Series("complaints in " + each, Shape.BARS, points))
            .series(new Series("usual", Shape.LINE, line));
    mark(plot, until);
    return "<section>\n<h2>Complaints</h2>\n%s</section>\n".formatted(plot.svg());
  }

  private static long ceil(long amount, long each) {
    return (amount + each - 1) / each;
  }

  private List<Point> points(long width) {
    List<Point> points = new ArrayList<>();
    for (int bar = 0; bar < bars; bar++) {
      int from = Math.min(curve.posts().size(), bar * steps);
      int until = Math.min(curve.posts().size(), from + steps);
      double posts = 0;
      for (int count : curve.posts().subList(from, until)) {
        posts += count;
      }
      points.add(new Point(curve.from() + (double) width * bar, posts));
    }
    return points;
  }

  private void mark(Plot plot, long until) {
    mark(plot, update.onsetAt(), until, "began");
    mark(plot, update.detectedAt(), until, "detected");
    mark(plot, update.lead().supportOnsetAt(), until, "support queue");
    suspicions.stream()
        .filter(one -> one.finding().verdict() == Verdict.SUSPECT)
        .limit(1)
        .map(one -> one.finding().change())
        .forEach(change -> mark(plot, change.at(), until, change.kind()));
    mark(plot, update.updatedAt(), until, "update");
  }

  private void mark(Plot plot, @Nullable Long at, long until, String label) {
    if (at != null && at >= curve.from() && at <= until) {
      plot.mark((double) at.longValue(), label);
    }
  }
}
