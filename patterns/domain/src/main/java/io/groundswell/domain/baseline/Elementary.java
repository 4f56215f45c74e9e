package io.groundswell.domain.baseline;

/**
 * Logarithm and exponential for the evidence, which takes 40 of them in every bucket: cheaper than
 * those of {@link Math}, and the same bits on every processor. Both look up the nearest of 128
 * points and add a short series for the rest (P. T. P. Tang, "Table-driven implementation of the
 * exponential function", ACM TOMS 15, 1989; "of the logarithm function", TOMS 16, 1990).
 */
public final class Elementary {
  private static final int BITS = 7;
  private static final int POINTS = 1 << BITS;
  private static final int MANTISSA = 52;
  private static final double LN2 = StrictMath.log(2);

  /** What ln 2 is more than that. */
  private static final double LN2_REST = 2.3190468138462996e-17;

  /** Beyond this a power of two leaves the range of normal numbers. */
  private static final double LARGEST_EXPONENT = 700;

  /** 2^(i/128), as bits. */
  private static final long[] POWERS = powers();

  private static final double STEPS = POINTS / LN2;

  /** ln 2 / 128 in two parts, the first so short that its multiples are exact. */
  private static final double STEP_HIGH =
      Double.longBitsToDouble(Double.doubleToLongBits(LN2 / POINTS) & -1L << 20);

  private static final double STEP_LOW = LN2 / POINTS - STEP_HIGH + LN2_REST / POINTS;

  /** Added to a small number, leaves its nearest integer in the lowest bits. */
  private static final double ROUNDING = 0x1.8p52;

  /** Bits of about 0.69: mantissas are taken from there to twice as much, so that 1 is inside. */
  private static final long LEAST_MANTISSA = 0x3fe6L << 48;

  /** Reciprocal and logarithm of the middle of each of 128 stretches of mantissas. */
  private static final double[] RECIPROCALS = new double[POINTS];

  private static final double[] LOGS = new double[POINTS];

  static {
    for (int i = 0; i < POINTS; i++) {
      long middle = LEAST_MANTISSA + ((2L * i + 1) << (MANTISSA - BITS - 1));
      RECIPROCALS[i] = 1 / mantissa(middle, middle - LEAST_MANTISSA);
      LOGS[i] = -StrictMath.log(RECIPROCALS[i]);
    }
  }

  private Elementary() {}

  /** e^x with a relative error below 1e-15. */
  public static double exp(double x) {
    if (!(Math.abs(x) < LARGEST_EXPONENT)) {
      return StrictMath.exp(x);
    }
    double shifted = x * STEPS + ROUNDING;
    long steps = Double.doubleToRawLongBits(shifted);
    double whole = shifted - ROUNDING;
    double rest = x - whole * STEP_HIGH - whole * STEP_LOW;
    double square = rest * rest;
    double series =
        rest
            + square * (1 / 2.0 + rest * (1 / 6.0))
            + square * square * (1 / 24.0 + rest * (1 / 120.0));
    long power = POWERS[(int) steps & (POINTS - 1)] + (steps >> BITS << MANTISSA);
    double scale = Double.longBitsToDouble(power);
    return scale + scale * series;
  }

  /**
   * ln x with an error below 1e-15, or below 1e-15 of itself where it is beyond 1.
   *
   * @param x above 0, no smaller than the least normal number, finite
   */
  public static double log(double x) {
    long bits = Double.doubleToRawLongBits(x);
    long above = bits - LEAST_MANTISSA;
    int point = (int) (above >>> (MANTISSA - BITS)) & (POINTS - 1);
    double rest = mantissa(bits, above) * RECIPROCALS[point] - 1;
    double square = rest * rest;
    double series =
        square * (-1 / 2.0 + rest * (1 / 3.0))
            + square * square * (-1 / 4.0 + rest * (1 / 5.0) - square * (1 / 6.0));
    return (above >> MANTISSA) * LN2 + LOGS[point] + (rest + series);
  }

  /** The number without its power of two. */
  private static double mantissa(long bits, long above) {
    return Double.longBitsToDouble(bits - (above & -1L << MANTISSA));
  }

  private static long[] powers() {
    long[] powers = new long[POINTS];
    for (int i = 0; i < POINTS; i++) {
      powers[i] = Double.doubleToLongBits(StrictMath.pow(2, i / (double) POINTS));
    }
    return powers;
  }
}
