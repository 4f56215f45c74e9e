package io.groundswell.domain.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Learns the weights: logistic regression with an L2 penalty, by coordinate descent in the dual
 * (Yu, Huang and Lin 2011, "Dual coordinate descent methods for logistic regression and maximum
 * entropy models", algorithm 5). It needs no learning rate, and the same texts in the same order
 * give the same weights on every machine.
 */
public final class TriageTrainer {
  private static final int ROUNDS = 20;
  private static final int NEWTON_STEPS = 20;
  private static final double NEWTON_TOLERANCE = 1e-4;
  private static final long SEED = 20_260_101;

  private final double[] weights;
  private final int[][] features;
  private final double[] values;
  private final boolean[] complaints;
  private final double[] costs;
  private final double[] alphas;

  private TriageTrainer(List<LabelledText> texts, double cost, double[] start) {
    weights = start;
    int n = texts.size();
    features = new int[n][];
    values = new double[n];
    complaints = new boolean[n];
    costs = new double[n];
    alphas = new double[n];
    TextFeatures reader = new TextFeatures();
    for (int i = 0; i < n; i++) {
      LabelledText text = texts.get(i);
      int count = reader.read(text.text());
      features[i] = Arrays.copyOf(reader.indices(), count);
      values[i] = LinearModel.value(count);
      complaints[i] = text.complaint();
      costs[i] = cost * text.weight();
    }
  }

  /**
   * Learns from texts.
   *
   * @param cost of a misjudged text of weight 1, against the penalty on large weights: the smaller,
   *     the stronger the regularisation
   */
  public static LinearModel train(List<LabelledText> texts, double cost) {
    return train(texts, cost, new double[TextFeatures.SPACE + 1]);
  }

  /**
   * Learns on from a model: large departures from its weights are penalised instead of large
   * weights, so that what the texts do not speak of stays as it was (Chelba and Acero 2004,
   * "Adaptation of maximum entropy capitalizer", section 4).
   *
   * @param cost as for {@link #train}: the larger, the more the texts count against the model
   */
  static LinearModel adapt(LinearModel from, List<LabelledText> texts, double cost) {
    return train(texts, cost, from.logOdds());
  }

  private static LinearModel train(List<LabelledText> texts, double cost, double[] start) {
    TriageTrainer trainer = new TriageTrainer(texts, cost, start);
    trainer.begin();
    int[] order = new int[texts.size()];
    Arrays.setAll(order, i -> i);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      shuffle(order, random);
      for (int i : order) {
        trainer.improve(i);
      }
    }
    return LinearModel.quantised(trainer.weights);
  }

  /**
   * Learns from texts, and fits probabilities to held-out ones: a witness that has not seen them
   * tells how scores relate to truth, then the model learns from all.
   */
  public static LinearModel trainCalibrated(
      List<LabelledText> texts, List<LabelledText> heldOut, double cost) {
    List<LabelledText> all = new ArrayList<>(texts);
    all.addAll(heldOut);
    return Calibration.calibrated(train(all, cost), train(texts, cost), heldOut);
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int k = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[k];
      order[k] = swapped;
    }
  }

  private void begin() {
    for (int i = 0; i < alphas.length; i++) {
      alphas[i] = Math.min(.001 * costs[i], 1e-8);
      move(i, alphas[i]);
    }
  }

  /** Minimises the dual in the one coordinate of text {@code i}. */
  private void improve(int i) {
    double curvature = 1 + values[i] * values[i] * features[i].length;
    double slope = complaints[i] ? score(i) : -score(i);
    double c = costs[i];
    double alpha = alphas[i];
    // The nearer of the two ends is solved for: close to the far one, digits would be lost.
    boolean upper = .5 * curvature * (c - 2 * alpha) + slope < 0;
    double start = upper ? c - alpha : alpha;
    double end = newton(start, c, curvature, upper ? -slope : slope);
    double change = upper ? start - end : end - start;
    alphas[i] = alpha + change;
    move(i, change);
  }

  private static double newton(double start, double c, double curvature, double slope) {
    double z = c - start < .5 * c ? .1 * start : start;
    for (int step = 0; step < NEWTON_STEPS; step++) {
      double gradient = curvature * (z - start) + slope + StrictMath.log(z / (c - z));
      if (Math.abs(gradient) < NEWTON_TOLERANCE) {
        break;
      }
      double next = z - gradient / (curvature + c / (c - z) / z);
      z = next <= 0 ? .1 * z : next;
    }
    return z;
  }

  private double score(int i) {
    double sum = 0;
    for (int feature : features[i]) {
      sum += weights[feature];
    }
    return sum * values[i] + weights[TextFeatures.SPACE];
  }

  private void move(int i, double change) {
    double signed = complaints[i] ? change : -change;
    for (int feature : features[i]) {
      weights[feature] += signed * values[i];
    }
    weights[TextFeatures.SPACE] += signed;
  }
}
