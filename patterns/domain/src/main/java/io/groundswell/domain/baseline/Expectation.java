package io.groundswell.domain.baseline;

/**
 * What a subject's baseline expects of one bucket. Reused from bucket to bucket to spare the
 * allocation; all rates are counts per bucket.
 */
final class Expectation {
  static final double HOUR_PRIOR = 20;
  static final double DAY_PRIOR = 60;
  private static final double WANDER_SD = .10;
  private static final double SLOW_WANDER_SD = .15;
  private static final double UNSEEN_SEASON = .35;

  /** Half in twelve hours. */
  private static final double UNSEEN_MINUTES = 720 / Math.log(2);

  /** Season factor at the bucket's centre (s). */
  double season;

  /** Expected count of the slow level (muL). */
  double slow;

  /** Expected count (mu). */
  double mean;

  /** Negative-binomial dispersion (alpha): variance = mean + alpha mean^2. */
  double alpha;

  /** How far the baseline itself may be off, as the standard deviation of its logarithm (sg). */
  double uncertainty;

  /**
   * Expects what a bucket holds normally.
   *
   * @param age minutes since the subject began to be watched
   */
  void at(Baseline baseline, long start, long width, double age) {
    double minutes = width / (double) Clock.MINUTE;
    season = season(baseline, start + width / 2);
    slow = Math.max(baseline.level / baseline.levelExposure * season * minutes, 1e-6);
    double kappa = 1 / slowWander(baseline);
    mean = slow * (baseline.fast + kappa) / (baseline.fastExpected + kappa);
    alpha = alpha(baseline, mean);
    int weekHour = Clock.weekHour(start);
    double slots =
        1 / (baseline.hourExpected[weekHour % 24] + HOUR_PRIOR)
            + 1 / (baseline.dayExpected[Clock.dayHour(weekHour)] + DAY_PRIOR);
    double known = wander(baseline) + 1 / (baseline.level + 1) + 0.5 * slots;
    uncertainty = Math.sqrt(known + unseenSeason(baseline, weekHour % 24, age));
  }

  /**
   * How far the season may be from flat at an hour of which little has been seen yet, as a
   * variance: nights and mornings differ by more than a factor of five in a feed of one country.
   */
  private static double unseenSeason(Baseline baseline, int hour, double age) {
    double unseen = HOUR_PRIOR / (baseline.hourExpected[hour] + HOUR_PRIOR);
    return UNSEEN_SEASON * unseen * unseen * Elementary.exp(-age / UNSEEN_MINUTES);
  }

  /** Expects as much as that many buckets hold; {@link #mean} stays their sum. */
  void stretch(double buckets) {
    season *= buckets;
    slow *= buckets;
    mean *= buckets;
  }

  private static double season(Baseline baseline, long centre) {
    double place = Clock.weekHours(centre) - 0.5;
    int before = (int) Math.floor(place);
    double share = place - before;
    return (1 - share) * slot(baseline, before) + share * slot(baseline, before + 1);
  }

  /** Hour's factor times day's, with one division for both. */
  private static double slot(Baseline baseline, int hour) {
    int weekHour = Math.floorMod(hour, 168);
    int ofDay = weekHour % 24;
    int ofKind = Clock.dayHour(weekHour);
    double observed =
        (baseline.hourObserved[ofDay] + HOUR_PRIOR) * (baseline.dayObserved[ofKind] + DAY_PRIOR);
    double expected =
        (baseline.hourExpected[ofDay] + HOUR_PRIOR) * (baseline.dayExpected[ofKind] + DAY_PRIOR);
    return observed / expected;
  }

  static double hourFactor(Baseline baseline, int hour) {
    return (baseline.hourObserved[hour] + HOUR_PRIOR) / (baseline.hourExpected[hour] + HOUR_PRIOR);
  }

  static double dayFactor(Baseline baseline, int dayHour) {
    return (baseline.dayObserved[dayHour] + DAY_PRIOR)
        / (baseline.dayExpected[dayHour] + DAY_PRIOR);
  }

  private static double alpha(Baseline baseline, double mean) {
    double prior = 0.05 + 0.10 / Math.max(mean, 1e-3);
    double weight = 100 / (2 * prior * prior);
    return Math.max(
        (baseline.dispersion + weight * prior) / (baseline.dispersionWeight + weight), .002);
  }

  /** Variance of the wander around the corrected level (sigmaR^2). */
  static double wander(Baseline baseline) {
    return variance(baseline.wander, baseline.wanderWeight, WANDER_SD, 1e-4);
  }

  /** Variance of the wander around the slow level (sigmaL^2). */
  static double slowWander(Baseline baseline) {
    return variance(baseline.slowWander, baseline.slowWanderWeight, SLOW_WANDER_SD, 4e-4);
  }

  private static double variance(double sum, double weight, double sd, double floor) {
    double prior = sd * sd;
    double priorWeight = 10 / (2 * prior * prior);
    return Math.max((sum + priorWeight * prior) / (weight + priorWeight), floor);
  }
}
