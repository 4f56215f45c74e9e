package io.groundswell.jobs.benchmark.detector;

import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.baseline.Scorer;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.jobs.benchmark.detector.Reference.Missing;
import io.groundswell.jobs.benchmark.throughput.Spread;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a bucket costs: our scorer beside the study's prototype, round by round on the same streams.
 */
public final class DetectorCost {
  private static final double[] RATES = {2, .1};
  private static final long MINUTE = 60_000;

  /** Evidence of one false alarm a subject-month. */
  private static final double GUARD = Level.guard(10.67);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final Path folder;
  private final int buckets;
  private final int rounds;
  private final PrintStream out;

  /**
   * A measurement.
   *
   * @param folder for files that nobody needs afterwards
   * @param buckets of each stream
   * @param rounds that count, after one to warm up
   */
  public DetectorCost(Path folder, int buckets, int rounds, PrintStream out) {
    this.folder = folder;
    this.buckets = buckets;
    this.rounds = rounds;
    this.out = out;
  }

  /** Measures and prints; says why where that cannot be. */
  public void print(Path study) throws IOException {
    try {
      Reference reference = Reference.compile(study, folder);
      out.printf(Locale.ROOT, "%nns of CPU per bucket, median of %d rounds (least-most)%n", rounds);
      out.println("complaints a minute   groundswell           reference, gcc -O2    ratio");
      for (double rate : RATES) {
        measure(Counts.of(rate, buckets), reference);
      }
    } catch (Missing e) {
      out.println("The cost of a bucket is skipped: " + e.getMessage());
    }
  }

  private void measure(Counts counts, Reference reference) throws IOException, Missing {
    Path file = folder.resolve("counts-" + counts.rate());
    counts.write(file);
    score(new Scorer(MINUTE), counts);
    List<Double> ours = new ArrayList<>();
    List<Double> theirs = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      ours.add(score(new Scorer(MINUTE), counts).nanos() / buckets);
      theirs.add(reference.score(file).nanos() / buckets);
      ratios.add(ours.get(round) / theirs.get(round));
    }
    check(score(Scorer.asPublished(MINUTE), counts), reference.score(file));
    out.printf(
        Locale.ROOT,
        "%19s   %-20s  %-20s  %s%n",
        counts.rate(),
        text("%.0f", ours),
        text("%.0f", theirs),
        text("%.2f", ratios));
  }

  private static String text(String format, List<Double> figures) {
    Spread spread = Spread.of(figures);
    String range = format + " (" + format + "-" + format + ")";
    return String.format(Locale.ROOT, range, spread.median(), spread.least(), spread.most());
  }

  /** The same detector, the same evidence: else the two would be doing different work. */
  private static void check(Scored published, Scored reference) {
    double off = Math.abs(published.evidence() / reference.evidence() - 1);
    if (!(off < 1e-6)) {
      throw new IllegalStateException(
          "as published, evidence sums up to %s, not %s"
              .formatted(published.evidence(), reference.evidence()));
    }
  }

  private static Scored score(Scorer scorer, Counts counts) {
    Baseline baseline = Baseline.startingAt(counts.minutes()[0], 1);
    baseline.began = Counts.START;
    double evidence = 0;
    long start = Counts.START;
    long begun = THREADS.getCurrentThreadCpuTime();
    for (int count : counts.minutes()) {
      scorer.weigh(baseline, start, count, count, Backlog.NONE);
      evidence += scorer.evidence();
      scorer.learn(baseline, count, scorer.evidence() > GUARD);
      start += MINUTE;
    }
    return new Scored(THREADS.getCurrentThreadCpuTime() - begun, evidence);
  }
}
