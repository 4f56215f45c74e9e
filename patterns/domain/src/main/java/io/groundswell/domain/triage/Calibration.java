package io.groundswell.domain.triage;

import java.util.List;

/**
 * Fits the sigmoid that turns scores into probabilities, on texts that the model has not learned
 * from (Platt 1999, by the Newton steps of Lin, Lin and Weng 2007).
 */
final class Calibration {
  private static final int STEPS = 50;
  private static final double RIDGE = 1e-9;

  private double slope = 1;
  private double offset;

  private Calibration() {}

  static LinearModel calibrated(LinearModel model, LinearModel witness, List<LabelledText> texts) {
    LinearTriage triage = new LinearTriage(witness);
    double[] scores = texts.stream().mapToDouble(text -> triage.score(text.text())).toArray();
    Calibration fit = new Calibration();
    for (int i = 0; i < STEPS; i++) {
      fit.step(scores, texts);
    }
    return model.calibrated(fit.slope, fit.offset);
  }

  private void step(double[] scores, List<LabelledText> texts) {
    double slopeGradient = 0;
    double offsetGradient = 0;
    double slopes = RIDGE;
    double offsets = RIDGE;
    double both = 0;
    for (int i = 0; i < scores.length; i++) {
      double weight = texts.get(i).weight();
      double p = 1 / (1 + StrictMath.exp(-(slope * scores[i] + offset)));
      double miss = weight * (p - (texts.get(i).complaint() ? 1 : 0));
      double curvature = weight * p * (1 - p);
      slopeGradient += miss * scores[i];
      offsetGradient += miss;
      slopes += curvature * scores[i] * scores[i];
      offsets += curvature;
      both += curvature * scores[i];
    }
    double determinant = slopes * offsets - both * both;
    slope -= (offsets * slopeGradient - both * offsetGradient) / determinant;
    offset -= (slopes * offsetGradient - both * slopeGradient) / determinant;
  }
}
