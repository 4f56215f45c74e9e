package io.groundswell.domain.triage;

import java.util.List;

/**
 * Fits the sigmoid that turns scores into probabilities, on texts that the model has not learned
 * from (Platt 1999, by the Newton steps of Lin, Lin and Weng 2007).
 */
final class Calibration {
  /** Of posts that address a company, about so many complain; measured ones lie around. */
  private static final double COMPLAINTS = .63;

  /**
   * Held-out texts are by the hand that wrote the others, so that a model seems surer than it is of
   * posts by other hands: scores count for so much less (a temperature; Guo and others 2017).
   */
  private static final double OTHER_HANDS = .85;

  private static final int STEPS = 50;
  private static final double RIDGE = 1e-9;

  private double slope = 1;
  private double offset;

  private Calibration() {}

  /**
   * The model with probabilities as for posts that are directed at a product, of which {@value
   * #COMPLAINTS} are complaints, whatever their share among the texts.
   */
  static LinearModel calibrated(LinearModel model, LinearModel witness, List<LabelledText> texts) {
    LinearTriage triage = new LinearTriage(witness);
    double[] scores = texts.stream().mapToDouble(text -> triage.score(text.text())).toArray();
    double[] weights = weights(texts);
    Calibration fit = new Calibration();
    for (int i = 0; i < STEPS; i++) {
      fit.step(scores, weights, texts);
    }
    return model.calibrated(OTHER_HANDS * fit.slope, fit.offset);
  }

  private static double[] weights(List<LabelledText> texts) {
    double all = texts.stream().mapToDouble(LabelledText::weight).sum();
    double complaints =
        texts.stream().filter(LabelledText::complaint).mapToDouble(LabelledText::weight).sum();
    double ofComplaint = COMPLAINTS * all / complaints;
    double ofChatter = (1 - COMPLAINTS) * all / (all - complaints);
    return texts.stream()
        .mapToDouble(text -> text.weight() * (text.complaint() ? ofComplaint : ofChatter))
        .toArray();
  }

  private void step(double[] scores, double[] weights, List<LabelledText> texts) {
    double slopeGradient = 0;
    double offsetGradient = 0;
    double slopes = RIDGE;
    double offsets = RIDGE;
    double both = 0;
    for (int i = 0; i < scores.length; i++) {
      double weight = weights[i];
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
