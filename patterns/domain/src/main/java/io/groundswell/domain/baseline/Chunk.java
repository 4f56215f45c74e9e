package io.groundswell.domain.baseline;

/**
 * Ten minutes of a subject, held back from learning until it is an hour old, so that the first hour
 * of a surge can still be kept out of the baseline. Mutable: it is part of a {@link Baseline}.
 */
public final class Chunk {
  /** Length of a chunk, in minutes. */
  public static final int MINUTES = 10;

  /** Number of this chunk since the epoch's Monday. */
  public long number;

  /** Observed count (X). */
  public double observed;

  /** Expected count with the fast correction (M). */
  public double expected;

  /** Expected count of the slow level alone (ML). */
  public double slowExpected;

  /** Season times minutes: the exposure of the level (S). */
  public double exposure;

  /** Sum of weighted dispersion samples (na) and of their weights (da). */
  public double dispersion;

  /** See {@link #dispersion}. */
  public double dispersionWeight;

  /** How many buckets have been added. */
  public int buckets;

  /** Hour of the day, 0 to 23, in UTC. */
  public int hour;

  /** Hour of the day plus 24 times the kind of day: Monday to Friday 0, Saturday 1, Sunday 2. */
  public int dayHour;

  /** Part of a suspected surge: learnt from with a bounded influence only. */
  public boolean tainted;
}
