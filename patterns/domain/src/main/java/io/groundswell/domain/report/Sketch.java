package io.groundswell.domain.report;

import io.groundswell.domain.post.Hash64;
import java.util.Map;
import java.util.TreeMap;

/** What a report says, as weighed features: hashes, ascending, and a weight for each. */
final class Sketch {
  private final long[] features;
  private final double[] weights;
  private final double length;

  private Sketch(long[] features, double[] weights) {
    this.features = features;
    this.weights = weights;
    double squares = 0;
    for (double weight : weights) {
      squares += weight * weight;
    }
    this.length = Math.sqrt(squares);
  }

  /** A sketch of features, by their names. */
  static Sketch of(Map<String, Double> named) {
    TreeMap<Long, Double> hashed = new TreeMap<>();
    named.forEach((name, weight) -> hashed.merge(Hash64.of("feature", name), weight, Math::max));
    return new Sketch(
        hashed.keySet().stream().mapToLong(Long::longValue).toArray(),
        hashed.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** The cosine of the angle between two: 0 where they share nothing, 1 where they are alike. */
  double likeness(Sketch other) {
    if (length == 0 || other.length == 0) {
      return 0;
    }
    double product = 0;
    int i = 0;
    int k = 0;
    while (i < features.length && k < other.features.length) {
      int order = Long.compare(features[i], other.features[k]);
      if (order == 0) {
        product += weights[i] * other.weights[k];
      }
      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
    }
    return product / length / other.length;
  }
}
