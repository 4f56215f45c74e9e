package io.groundswell.domain.briefing;

/** What is known of an incident in one region. Mutable and flat, since it is operator state. */
public final class Place {
  private static final long TEN_MINUTES = 600_000;

  /** The region's id. */
  public String region = "";

  /** Complaints since onset. */
  public int posts;

  /** Most complaints in ten minutes. */
  public int peak;

  /** Start of the ten minutes that are counted, epoch milliseconds. */
  public long from;

  /** Complaints in these. */
  public int count;

  /** Complaints in the ten minutes before. */
  public int before;

  /** People who say that it works again. */
  public int worksAgain;

  void turnTo(long start) {
    long ten = Math.floorDiv(start, TEN_MINUTES) * TEN_MINUTES;
    if (ten > from) {
      before = ten - from == TEN_MINUTES ? count : 0;
      count = 0;
      from = ten;
    }
  }

  void add(long start, int more) {
    turnTo(start);
    posts += more;
    count += more;
    peak = Math.max(peak, count);
  }

  /** Complaints in the ten minutes up to a moment, about. */
  int lately(long moment) {
    turnTo(moment);
    double into = (moment - from) / (double) TEN_MINUTES;
    return (int) Math.round(count + (1 - Math.min(1, into)) * before);
  }
}
