package io.groundswell.jobs.benchmark.throughput;

/**
 * What a run cost.
 *
 * @param posts posts that it handled, to the last
 * @param cpuNanos processor time of the whole process, nanoseconds
 * @param wallNanos time that passed, nanoseconds
 */
public record Measured(long posts, long cpuNanos, long wallNanos) {

  /** Posts per second of processor time. */
  public double perCpuSecond() {
    return posts / cpuSeconds();
  }

  /** Posts per second on the clock. */
  public double perSecond() {
    return posts / (wallNanos / 1e9);
  }

  /** Processor time in seconds. */
  public double cpuSeconds() {
    return cpuNanos / 1e9;
  }
}
