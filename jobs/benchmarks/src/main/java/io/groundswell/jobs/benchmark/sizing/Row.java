package io.groundswell.jobs.benchmark.sizing;

import java.util.Locale;
import java.util.Map;

/**
 * The job at a rate.
 *
 * @param subjects that had been scored before
 * @param perSecond posts a second that it was to take
 * @param sent posts a second that it was given
 * @param cpu cores that it used, the JVM's compiler among it
 * @param compiling cores that the compiler used
 * @param peak most memory that the process had until then, bytes
 * @param checkpoints bytes of all that are kept
 * @param working bytes of RocksDB's own files
 * @param written bytes in topics of the job's own, of a post
 * @param minutes how many ended meanwhile
 * @param delays of each that was scored, by its end, after how many milliseconds
 */
record Row(
    int subjects,
    int perSecond,
    double sent,
    double cpu,
    double compiling,
    long peak,
    long checkpoints,
    long working,
    double written,
    int minutes,
    Map<Long, Long> delays) {
  /** A minute is scored at the earliest when it has been over for the lateness, 15 s. */
  static final long PROMPT = 30_000;

  /** A minute is no slower than the first by more than the time between two checkpoints. */
  private static final long GROWTH = 10_000;

  private static final double ENOUGH = .98;

  /** The head of the table. */
  static String head() {
    return String.format(
        Locale.ROOT,
        "%8s %8s %6s %9s %8s %12s %9s %11s %15s  %s",
        "subjects",
        "posts/s",
        "cores",
        "compiler",
        "memory",
        "checkpoints",
        "RocksDB",
        "out a post",
        "minute scored",
        "keeps up");
  }

  /** Whether every minute was scored promptly, the last as soon as the first. */
  boolean keepsUp() {
    return delays.size() >= minutes
        && given()
        && last() <= PROMPT
        && last() <= first() + GROWTH
        && delays.values().stream().allMatch(delay -> delay <= 2 * PROMPT);
  }

  /** Whether it was given what it was to take: else broker or load are the slower. */
  boolean given() {
    return sent >= ENOUGH * perSecond;
  }

  private long first() {
    return delays.values().iterator().next();
  }

  private long last() {
    return delays.values().stream().reduce((before, delay) -> delay).orElse(Long.MAX_VALUE);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%,8d %,8d %6.2f %9.2f %5.2f GB %9.0f MB %6.0f MB %,9.0f B %15s  %s",
        subjects,
        perSecond,
        cpu,
        compiling,
        peak / 1e9,
        checkpoints / 1e6,
        working / 1e6,
        written,
        scored(),
        keepsUp() ? "held" : given() ? "NOT HELD" : "NOT HELD: only %,.0f came".formatted(sent));
  }

  private String scored() {
    return delays.isEmpty()
        ? "never"
        : String.format(Locale.ROOT, "%.1f -> %.1f s", first() / 1e3, last() / 1e3);
  }
}
