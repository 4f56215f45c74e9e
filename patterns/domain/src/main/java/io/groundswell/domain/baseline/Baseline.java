package io.groundswell.domain.baseline;

/**
 * What is remembered of one subject: its level, its season, how much it scatters and wanders, the
 * last hour in ten-minute chunks, and the running evidence. Mutable and flat, since it is operator
 * state; the rules live in {@link Expectation}, {@link Evidence} and {@link Learning}. The letters
 * in brackets are those of the detector's formulas.
 */
public final class Baseline {
  /** Chunks that wait for an hour before they are learnt from. */
  public static final int GUARD = 6;

  /** A week: the half-life of a level. */
  private static final double LONGEST_SILENCE = 10_080;

  /** Slow level: count (A) over exposure in minutes (B). */
  public double level;

  /** See {@link #level}. */
  public double levelExposure;

  /** Fast correction: count (As) over expected count (Bs). */
  public double fast;

  /** See {@link #fast}. */
  public double fastExpected;

  /** Dispersion: weighted sum (Na) over weight (Da). */
  public double dispersion;

  /** See {@link #dispersion}. */
  public double dispersionWeight;

  /** Wander of the hourly counts around the corrected level: sum (Nr) over weight (Dr). */
  public double wander;

  /** See {@link #wander}. */
  public double wanderWeight;

  /** Wander of the hourly counts around the slow level: sum (Nl) over weight (Dl). */
  public double slowWander;

  /** See {@link #slowWander}. */
  public double slowWanderWeight;

  /** Observed (nH) and expected (eH) by hour of the day. */
  public double[] hourObserved = new double[24];

  /** See {@link #hourObserved}. */
  public double[] hourExpected = new double[24];

  /** Observed (nD) and expected (eD) by kind of day and hour. */
  public double[] dayObserved = new double[72];

  /** See {@link #dayObserved}. */
  public double[] dayExpected = new double[72];

  /** Raw sums of the hour under way (X, M, ML), its sum of alpha/n, and the commits in it. */
  public double hourSum;

  /** See {@link #hourSum}. */
  public double hourSumExpected;

  /** See {@link #hourSum}. */
  public double hourSumSlow;

  /** See {@link #hourSum}. */
  public double hourSumDispersion;

  /** See {@link #hourSum}. */
  public int hourCommits;

  /** The chunks that wait, oldest at {@link #ringNext} once all are in use. */
  public Chunk[] ring = new Chunk[0];

  /** Where the next finished chunk goes in {@link #ring}. */
  public int ringNext;

  /** The chunk under way; its number is -1 before the first bucket. */
  public Chunk current = new Chunk();

  /** Dispersion (alpha) of the last bucket, which weighs a commit. */
  public double lastAlpha;

  /** Shiryaev-Roberts statistics R[u][m], u first. */
  public double[] statistics = new double[Evidence.SIZE];

  /**
   * The same of counts and texts together, while texts have said something lately; else empty,
   * since it would equal {@link #statistics}.
   */
  public double[] agreeing = new double[0];

  /** For each multiple: when and with what counts its run began, to date the onset of a surge. */
  public Run[] runs = Run.none();

  /** Minutes for which learning has been on guard, without a break; 0 when it is not. */
  public double guardedMinutes;

  /** Complaints in that time. */
  public double guardedCount;

  /** The surge was taken for a new normal: the guard is down until evidence falls again. */
  public boolean adopted;

  /** Since when complaints would have been seen, epoch milliseconds; 0 for "long ago". */
  public long began;

  /**
   * A baseline that knows one count only.
   *
   * @param firstCount count of the first bucket, at least 0
   * @param bucketMinutes width of that bucket
   */
  public static Baseline startingAt(double firstCount, double bucketMinutes) {
    return knowing(bucketMinutes / (firstCount + 0.5));
  }

  /**
   * A baseline that knows a silence: nobody has complained although everybody was listening.
   *
   * @param minutes for how long, above 0; silence older than {@value #LONGEST_SILENCE} minutes says
   *     nothing more
   */
  public static Baseline afterSilence(double minutes) {
    return knowing(Math.min(minutes, LONGEST_SILENCE));
  }

  /**
   * A baseline that knows a history.
   *
   * @param count what was counted, at least 0
   * @param minutes for how long, above 0
   */
  public static Baseline knowing(double count, double minutes) {
    Baseline baseline = knowing(minutes);
    baseline.level = count + 1;
    return baseline;
  }

  private static Baseline knowing(double exposure) {
    Baseline baseline = new Baseline();
    baseline.level = 1;
    baseline.levelExposure = exposure;
    baseline.current.number = -1;
    return baseline;
  }
}
