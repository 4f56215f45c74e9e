package io.groundswell.domain.baseline;

import io.groundswell.domain.volume.Backlog;
import java.util.Arrays;

/**
 * Scores one bucket after another against a {@link Baseline} and lets the baseline learn. Holds
 * nothing of the subject itself, so one scorer serves all; not safe for use by several threads.
 */
public final class Scorer {
  /** A week: until a subject has seen one it needs the margin that calibration takes away. */
  private static final double UNCALIBRATED_MINUTES = 10_080;

  /**
   * Where a bucket is narrower than a minute, what comes together falls into one: such counts have
   * a heavier tail, so that they are calibrated as if they were four times as sparse.
   */
  private static final double NARROW = .25;

  private static final long USUAL_LISTENING = 10 * Clock.MINUTE;

  private final long width;
  private final double minutes;
  private final double listening;
  private final boolean published;
  private final Evidence evidences;
  private final boolean calibrates;
  private final Learning learning;
  private final Expectation expected = new Expectation();
  private double evidence;
  private double texts;
  private double calibrated;

  /** A scorer for buckets of {@code width} milliseconds, 10 s to 1 h. */
  public Scorer(long width) {
    this(width, USUAL_LISTENING);
  }

  /**
   * A scorer for buckets of {@code width} milliseconds, 10 s to 1 h.
   *
   * @param listen milliseconds for which a subject that is new is only listened to: nothing is
   *     known that a count could be unusual for
   */
  public Scorer(long width, long listen) {
    this(width, listen, false, Evidence.OF_COMPLAINTS);
  }

  private Scorer(long width, long listen, boolean published, Evidence evidences) {
    this.evidences = evidences;
    this.calibrates = !published && evidences == Evidence.OF_COMPLAINTS;
    this.width = width;
    this.listening = listen / (double) Clock.MINUTE;
    this.minutes = width / (double) Clock.MINUTE;
    this.published = published;
    this.learning = new Learning(published);
  }

  /**
   * The detector as it was published, to the letter: it trusts a flat season and its first count
   * from the beginning, lets surges widen the wander, and leaves evidence as it is. For
   * comparisons.
   *
   * @param width of a bucket, milliseconds, 10 s to 1 h
   */
  public static Scorer asPublished(long width) {
    return new Scorer(width, 0, true, Evidence.OF_COMPLAINTS);
  }

  /**
   * A scorer for terms that hardly anybody uses, of which a history is known from the beginning.
   *
   * @param width of a bucket, milliseconds, 10 s to 1 h
   */
  public static Scorer ofTerms(long width) {
    return new Scorer(width, 0, false, Evidence.OF_TERMS);
  }

  /** Whether it is one of terms. */
  public boolean isOfTerms() {
    return evidences == Evidence.OF_TERMS;
  }

  /** The bucket's width in minutes. */
  public double minutes() {
    return minutes;
  }

  /**
   * Adds the bucket that follows the last one.
   *
   * @param start start of the bucket, epoch milliseconds, a multiple of the width
   * @param observed authors in it, at least 0
   * @param posts posts in it
   * @param backlog which of them came late
   */
  public void weigh(Baseline baseline, long start, double observed, int posts, Backlog backlog) {
    weigh(baseline, start, observed, posts, backlog, 0.0);
  }

  /**
   * Adds the bucket that follows the last one, and what its texts say.
   *
   * @param agreement logarithm of an e-value of the texts, given the counts; 0 for nothing
   * @see #weigh(Baseline, long, double, int, Backlog)
   */
  public void weigh(
      Baseline baseline,
      long start,
      double observed,
      int posts,
      Backlog backlog,
      double agreement) {
    double age = age(baseline, start);
    learning.turnTo(baseline, start, age);
    expected.at(baseline, start, width, age);
    add(baseline, start, observed, posts, backlog, agreement, age);
  }

  /**
   * Adds a bucket of which only a part could be seen; {@link #learn} must not follow.
   *
   * @param seen the part of what is normal that is to be expected, above 0, at most 1
   */
  public void weighPart(
      Baseline baseline, long start, double observed, int posts, Backlog backlog, double seen) {
    double age = age(baseline, start);
    expected.at(baseline, start, width, age);
    expected.stretch(seen);
    add(baseline, start, observed, posts, backlog, 0, age);
  }

  /**
   * Says what is expected of a bucket of which so little could be seen that it is no evidence;
   * {@link #learn} must not follow.
   *
   * @param seen the part of what is normal that is to be expected, above 0, at most 1
   */
  public void passOver(Baseline baseline, long start, double seen) {
    expected.at(baseline, start, width, age(baseline, start));
    expected.stretch(seen);
    evidence = 0;
    calibrated = 0;
    texts = 0;
  }

  private void add(
      Baseline baseline,
      long start,
      double observed,
      int posts,
      Backlog backlog,
      double agreement,
      double age) {
    double usual = expected.mean;
    expected.stretch(backlog.exposure(posts, expected.mean));
    evidence = evidences.add(baseline, expected, observed, agreement, minutes, start);
    texts = Evidence.texts(baseline, evidence);
    calibrated = calibrate(usual, age) + texts;
    for (Run run : baseline.runs) {
      run.observed += observed;
      run.expected += expected.mean;
      run.posts += posts;
      if (!published) {
        Precision.round(run);
      }
    }
    if (age < listening) {
      restart(baseline);
      evidence = 0;
      calibrated = 0;
      texts = 0;
    }
  }

  private double calibrate(double usual, double age) {
    if (!calibrates || age < UNCALIBRATED_MINUTES) {
      return evidence;
    }
    return Calibration.of(evidence, minutes < 1 ? NARROW * usual : usual);
  }

  /**
   * Minutes since the subject began to be watched.
   *
   * @param start start of a bucket, epoch milliseconds
   */
  public double age(Baseline baseline, long start) {
    return published ? Double.POSITIVE_INFINITY : (start - baseline.began) / (double) Clock.MINUTE;
  }

  /**
   * Lets the baseline learn from the bucket just weighed.
   *
   * @param suspected it may be part of a surge: its influence is bounded
   */
  public void learn(Baseline baseline, double observed, boolean suspected) {
    learning.guard(baseline, suspected, observed, minutes);
    learning.add(baseline, expected, observed, minutes);
    if (!published) {
      Precision.round(baseline);
    }
  }

  /**
   * What is watched can no longer be seen: what was taken for silence and has not been learnt yet
   * is forgotten.
   *
   * @param silentSince since when it was silent, epoch milliseconds
   */
  public void lose(Baseline baseline, long silentSince) {
    Absence.forget(baseline, silentSince);
  }

  /**
   * What is watched can be seen again. After less than a day the baseline goes on as it was; after
   * more it begins anew, with what it knew as its first guess. The evidence starts afresh.
   *
   * @param silentSince since when it was silent, epoch milliseconds
   * @param back start of the first bucket that can be seen, epoch milliseconds
   */
  public void regain(Baseline baseline, long silentSince, long back) {
    Absence.end(baseline, silentSince, back);
    restart(baseline);
  }

  /** Begins to watch anew, as after a long absence: there is more to be seen than was known. */
  public void beginAnew(Baseline baseline, long start) {
    Absence.beginAnew(baseline, start);
    restart(baseline);
  }

  /** Evidence after the bucket just weighed, as the formulas give it. */
  public double rawEvidence() {
    return evidence;
  }

  /**
   * Calibrated evidence after the bucket just weighed. It is meant to reach h by chance at most
   * once in e^h minutes; how often it does so on generated streams is in {@link Calibration}. In a
   * subject's first week it is the raw evidence; while the subject is only listened to, it is 0.
   */
  public double evidence() {
    return calibrated;
  }

  /** What texts have added to the evidence; below 0 where they speak against a surge. */
  public double texts() {
    return texts;
  }

  /** Expected authors in the bucket just weighed. */
  public double mean() {
    return expected.mean;
  }

  /** Negative-binomial dispersion of the bucket just weighed. */
  public double alpha() {
    return expected.alpha;
  }

  /** Standard deviation of the logarithm of the baseline at the bucket just weighed. */
  public double uncertainty() {
    return expected.uncertainty;
  }

  /** The multiple that carries the evidence, such as 2.7. */
  public double multiple(Baseline baseline) {
    return evidences.multiple(Evidence.winner(baseline));
  }

  /** The run of the multiple that carries the evidence. */
  public Run run(Baseline baseline) {
    return baseline.runs[Evidence.winner(baseline)];
  }

  /** Starts the evidence afresh, as after an incident has opened. */
  public void restart(Baseline baseline) {
    Arrays.fill(baseline.statistics, 0);
    baseline.agreeing = new double[0];
    for (Run run : baseline.runs) {
      run.restart();
    }
  }
}
