package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.NumberAxis;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Plot;
import io.groundswell.jobs.surge.html.Series;
import io.groundswell.jobs.surge.html.Series.Point;
import io.groundswell.jobs.surge.html.Series.Shape;
import io.groundswell.jobs.surge.html.TimeAxis;
import java.util.List;

/** The plots of a row: what was observed around its period, and what it weighed. */
final class RowPlots {
  private static final long HOUR = 3_600_000;
  private static final long LEAST_MARGIN = HOUR;
  private static final long LARGEST_MARGIN = 48 * HOUR;

  private final Volumes volumes;
  private final Setup setup;

  RowPlots(Volumes volumes, Setup setup) {
    this.volumes = volumes;
    this.setup = setup;
  }

  /** Where a link to a row leads. */
  static String anchor(TruthRow row) {
    return "row-" + row.id().replaceAll("\\s+", "-");
  }

  void add(Page page, RowVerdict verdict) {
    TruthRow row = verdict.row();
    page.heading("%s: %s".formatted(row.id(), verdict.verdict().label()), anchor(row));
    page.note(
        "%s: %s from %s to %s. %s"
            .formatted(
                row.subjectsText(),
                row.expect() == Expect.NEVER
                    ? "must never be told"
                    : row.expect().label() + " be told",
                Figures.time(row.from()),
                Figures.time(row.until()),
                row.note()));
    String subject = verdict.subject();
    if (subject == null) {
      page.text("No complaints about its subjects in this period, so there is nothing to draw.");
      return;
    }
    draw(page, verdict, subject);
  }

  private void draw(Page page, RowVerdict verdict, String subject) {
    TruthRow row = verdict.row();
    long margin = Math.max(LEAST_MARGIN, Math.min(LARGEST_MARGIN, (row.until() - row.from()) / 4));
    long from = Math.max(row.from() - margin, volumes.begin());
    long until = Math.min(row.until() + margin, volumes.end());
    Timeline timeline = Timeline.of(volumes, subject, from, until);
    TimeAxis time = new TimeAxis(from, until);
    page.plot(
        marked(observed(timeline, subject, time), verdict),
        setup.about(verdict.posts(), subject) + " in the period, which is shaded.");
    page.plot(
        marked(evidence(timeline, subject, time), verdict),
        "Evidence is known only where there were complaints; of several buckets the highest is drawn.");
  }

  private static Plot observed(Timeline timeline, String subject, TimeAxis time) {
    String step = Figures.minutes(timeline.step() / 60_000.0);
    return new Plot(
            "Observed and expected, " + subject + ", each " + step,
            time,
            NumberAxis.upTo(Math.max(largest(timeline.observed()), largest(timeline.expected()))),
            150)
        .series(new Series("observed each " + step, Shape.BARS, timeline.observed()))
        .series(new Series("expected each " + step, Shape.STEPS, timeline.expected()));
  }

  private Plot evidence(Timeline timeline, String subject, TimeAxis time) {
    List<Point> thresholds =
        timeline.observed().stream()
            .map(point -> new Point(point.x(), setup.thresholds().at((long) point.x())))
            .toList();
    return new Plot(
            "Evidence and threshold, " + subject,
            time,
            NumberAxis.upTo(Math.max(largest(timeline.evidence()), largest(thresholds))),
            110)
        .series(new Series("evidence", Shape.DOTTED_LINE, timeline.evidence()))
        .series(new Series("threshold: extreme from here on", Shape.STEPS, thresholds));
  }

  private static double largest(List<Point> points) {
    return points.stream().mapToDouble(Point::y).max().orElse(0);
  }

  private static Plot marked(Plot plot, RowVerdict verdict) {
    TruthRow row = verdict.row();
    plot.band((double) row.from(), (double) row.until(), row.id());
    for (int i = 0; i < verdict.caught().size(); i++) {
      plot.mark((double) verdict.caught().get(i).at(), i == 0 ? "told" : "");
    }
    Long official = row.officialAt();
    return official == null ? plot : plot.mark((double) official.longValue(), "official");
  }
}
