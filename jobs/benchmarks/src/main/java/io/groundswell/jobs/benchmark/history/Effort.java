package io.groundswell.jobs.benchmark.history;

import io.groundswell.jobs.benchmark.flink.CpuTime;
import io.groundswell.jobs.benchmark.throughput.JvmThreads;
import java.io.IOException;
import java.lang.management.ManagementFactory;

/**
 * What this process does from a moment on, its broker, garbage collector and all jobs in it. Not
 * what whoever measures does in his thread, nor the JVM's compiler: that has nothing left to do in
 * a job that has run for an hour, and much in a benchmark's minute.
 */
final class Effort {
  private final long wall;
  private final double cpu;

  private Effort() throws IOException {
    wall = System.nanoTime();
    cpu = cpu();
  }

  /** From now on, in this thread. */
  static Effort begin() throws IOException {
    return new Effort();
  }

  /**
   * Until now.
   *
   * @param cpuSeconds that were used
   * @param seconds that passed
   */
  record Spent(double cpuSeconds, double seconds) {
    /** CPU-seconds a second. */
    double rate() {
      return cpuSeconds / seconds;
    }
  }

  /** Until now, in the same thread. */
  Spent spent() throws IOException {
    return new Spent(cpu() - cpu, (System.nanoTime() - wall) / 1e9);
  }

  private static double cpu() throws IOException {
    long own = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return (CpuTime.nanos() - own) / 1e9 - JvmThreads.compiling();
  }
}
