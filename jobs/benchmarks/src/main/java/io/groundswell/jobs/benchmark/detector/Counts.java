package io.groundswell.jobs.benchmark.detector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A generated stream of one-minute counts: Poisson around a daily cycle, always the same.
 *
 * @param rate complaints a minute, in the mean
 * @param minutes a count each
 */
record Counts(double rate, int[] minutes) {
  /** Start of the first bucket, a Monday, in epoch milliseconds. */
  static final long START = Instant.parse("2026-01-05T00:00:00Z").toEpochMilli();

  private static final int DAY = 1_440;

  /** Draws a stream of so many buckets. */
  static Counts of(double rate, int buckets) {
    SplittableRandom random = new SplittableRandom(Double.doubleToLongBits(rate));
    int[] minutes = new int[buckets];
    for (int i = 0; i < buckets; i++) {
      double wave = Math.cos(2 * Math.PI * (i % DAY - 15 * 60) / DAY);
      minutes[i] = poisson(rate * (1 + .7 * wave), random);
    }
    return new Counts(rate, minutes);
  }

  /** By inversion, which is exact and fast enough for small means. */
  private static int poisson(double mean, SplittableRandom random) {
    double left = random.nextDouble();
    double chance = Math.exp(-mean);
    int count = 0;
    while (left >= chance && chance > 0) {
      left -= chance;
      count++;
      chance *= mean / count;
    }
    return count;
  }

  /** Writes the counts as 32-bit integers in the byte order of this machine. */
  void write(Path file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * minutes.length);
    bytes.order(ByteOrder.nativeOrder()).asIntBuffer().put(minutes);
    Files.write(file, bytes.array());
  }
}
