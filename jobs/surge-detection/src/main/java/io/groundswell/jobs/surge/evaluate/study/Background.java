package io.groundswell.jobs.surge.evaluate.study;

/** The truth about the bucket under way, which only the oracle may see. */
final class Background {
  /** Expected count of the calm stream. */
  double mean;

  /** Its negative-binomial dispersion alpha: variance = mean + alpha mean^2. */
  double dispersion;

  void of(StreamModel model, double intensity) {
    mean = model.mean(intensity);
    dispersion = model.dispersion(intensity);
  }
}
