package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.html.Figures;
import java.util.List;

/**
 * A kind of surge.
 *
 * @param multiple how many times the normal intensity at full size, above 1
 * @param shape how it rises
 */
record Surge(double multiple, Shape shape) {
  /** Every kind that is measured. */
  static final List<Surge> KINDS =
      List.of(
          new Surge(1.5, Shape.STEP),
          new Surge(2, Shape.STEP),
          new Surge(3, Shape.STEP),
          new Surge(5, Shape.STEP),
          new Surge(10, Shape.STEP),
          new Surge(3, Shape.RAMP15),
          new Surge(3, Shape.RAMP60),
          new Surge(10, Shape.SPIKE5));

  /** Complaints that the surge adds to a bucket; see {@link Shape#share} for its limits. */
  int extra(StreamModel model, double intensity, double from, double to, Draws draws) {
    double added = intensity * (multiple - 1) * shape.share(from, to);
    return added <= 0 ? 0 : model.count(added, draws);
  }

  boolean isStep() {
    return shape == Shape.STEP;
  }

  String label() {
    return "x" + Figures.plain(multiple) + " " + shape.label();
  }
}
