package io.groundswell.jobs.benchmark.throughput;

import java.util.Map;

/**
 * Where processor time went.
 *
 * @param seconds by stage
 * @param posts how many were handled
 */
public record Profile(Map<Stage, Double> seconds, long posts) {

  /** A stage's share of all, 0 to 1. */
  public double share(Stage stage) {
    double all = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    return seconds.getOrDefault(stage, 0.0) / all;
  }

  /** What a post costs in a stage, microseconds of processor time. */
  public double microsPerPost(Stage stage) {
    return seconds.getOrDefault(stage, 0.0) * 1e6 / posts;
  }
}
