package io.groundswell.domain.volume;

/**
 * Evidence of a bucket that came after the buckets of its own had closed.
 *
 * @param posts how many of the bucket's complaints
 * @param buckets how many buckets they belong to
 */
public record Backlog(int posts, int buckets) {

  /** Everything came in time. */
  public static final Backlog NONE = new Backlog(0, 0);

  /**
   * How many buckets' worth of normal complaints a count stands for. What comes late would have
   * counted in its own bucket, of which the baseline expected complaints as well; stragglers stand
   * for as much of it as they would have filled.
   *
   * @param all complaints that may be evidence, the late ones among them
   * @param mean what one bucket holds normally, above 0
   * @return 1 or more; exactly 1 where nothing came late
   */
  public double exposure(int all, double mean) {
    if (posts == 0) {
      return 1;
    }
    int own = all > posts ? 1 : 0;
    return Math.max(1, own + Math.min(posts / mean, buckets));
  }
}
