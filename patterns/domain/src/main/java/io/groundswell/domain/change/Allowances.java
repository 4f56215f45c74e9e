package io.groundswell.domain.change;

import io.groundswell.domain.volume.Buckets;
import org.jspecify.annotations.Nullable;

/**
 * How much less evidence suffices after a change, so that the budget of false incidents holds.
 *
 * <p>Thresholds may differ from minute to minute as long as their weights, by which the rate of
 * false incidents is multiplied, do not exceed 1 on average (Genovese, Roeder and Wasserman,
 * Biometrika 2006). So a fixed share of the budget is taken from every minute and saved, product by
 * product; each change spends half of what its product has saved on the hour after it. A product
 * that changes once a month has much to spend on that one change, one that changes every quarter of
 * an hour nearly nothing; and no minute is ever spent that was not saved before.
 */
public final class Allowances {
  /** How long after a change less evidence suffices, milliseconds. */
  public static final long LASTS = Buckets.HOUR;

  /** Nobody saves for longer: an eased threshold should not fall without end. */
  private static final long SAVES_FOR = 28 * Buckets.DAY;

  private static final double SPENT = .5;
  private static final double MINUTE = 60_000;

  private final double share;
  private final long width;

  /**
   * Saves a share of the budget.
   *
   * @param share 0 to below 1
   * @param width of a bucket, milliseconds
   */
  public Allowances(double share, long width) {
    this.share = share;
    this.width = width;
  }

  /**
   * What a product has saved by a moment.
   *
   * @param known what it had before; null where nothing of it is known
   * @param since when saving began, epoch milliseconds
   */
  public Allowance by(long moment, @Nullable Allowance known, long since) {
    Allowance before = known == null ? new Allowance(0, since) : known;
    double saved = before.minutes() + share * Math.max(0, moment - before.asOf()) / MINUTE;
    return new Allowance(
        Math.min(saved, share * SAVES_FOR / MINUTE), Math.max(moment, before.asOf()));
  }

  /** What is left once a change has been paid for. */
  public Allowance spend(Allowance saved) {
    return new Allowance((1 - SPENT) * saved.minutes(), saved.asOf());
  }

  /**
   * What a change buys: the hour after it, as far as that is still to come where it becomes known
   * late, and only for what begins to rise from the bucket on in which it counts.
   *
   * @param saved by its product
   * @param end end of the bucket in which it counts, epoch milliseconds
   */
  public Easing buy(Change change, Allowance saved, long end) {
    double extra = SPENT * saved.minutes() / (LASTS / MINUTE);
    return new Easing(change, end - width, end, until(change), extra);
  }

  /** Whether a change becomes known so late that its hour is over. */
  public boolean isTooLate(Change change, long end) {
    return until(change) <= end;
  }

  private long until(Change change) {
    return Buckets.start(change.at(), width) + width + LASTS;
  }

  /**
   * By how much the threshold falls, in units of evidence.
   *
   * @param extra how much more is spent than usual; see {@link Easing#extra()}
   */
  public static double discount(double extra, double share) {
    return Math.log1p(extra / (1 - share));
  }
}
