package io.groundswell.domain.surge;

import io.groundswell.domain.baseline.Baseline;

/**
 * All that is remembered of one watched subject: its baseline, the last bucket scored and the surge
 * under way. Mutable and flat, since it is operator state; the rules live in {@link Watching}.
 */
public final class Watch {
  /** No such moment yet. */
  public static final long NEVER = Long.MIN_VALUE;

  /** What is normal. */
  public Baseline baseline = new Baseline();

  /** Start of the next bucket to score, epoch milliseconds. */
  public long next;

  /** The last bucket scored: its counts, score and level. */
  public int lastObserved;

  /** See {@link #lastObserved}. */
  public int lastPosts;

  /** See {@link #lastObserved}. */
  public double lastExpected;

  /** See {@link #lastObserved}. */
  public double lastEvidence;

  /** How much of {@link #lastEvidence} the texts have added. */
  public double lastTexts;

  /** See {@link #lastObserved}. */
  public Level lastLevel = Level.CALM;

  /** Patterns have seen the last bucket scored. */
  public boolean shown;

  /** End of the last bucket that was elevated or extreme. */
  public long elevatedUntil = NEVER;

  /** A surge is under way: it opened an incident and is not over. */
  public boolean open;

  /** End of the last surge. */
  public long resolvedAt = NEVER;

  /** The surge under way, or the last one. */
  public SurgeSize surge = SurgeSize.NONE;

  /** Recent observed and expected counts, with a half-life of 15 minutes. */
  public double recentObserved;

  /** See {@link #recentObserved}. */
  public double recentExpected;

  /** Largest recent multiple of the baseline, with a half-life of 120 minutes. */
  public double peak;

  /** Shiryaev-Roberts statistic of the recovery. */
  public double recovery;

  /** Multiple of the baseline that the surge is measured against; 0 until it is known. */
  public double plateau;

  /** From when on {@link #plateau} is known, epoch milliseconds. */
  public long settlesAt;

  /** Observed and expected counts from which {@link #plateau} will be known. */
  public double settlingObserved;

  /** See {@link #settlingObserved}. */
  public double settlingExpected;

  /** Shiryaev-Roberts statistic of the escalation beyond {@link #plateau}. */
  public double escalation;

  /** End of the bucket that opened the last surge. */
  public long lastOpened = NEVER;

  /** How many surges have opened, each counting half after 30 days; as of {@link #lastOpened}. */
  public double opened;

  /** Complaints a minute in the largest quarter of an hour, with a half-life of 16 days. */
  public double largest;

  /** While feeds of the subject are blind: when they fell silent, epoch milliseconds. */
  public long blindSince = NEVER;

  /** Sources of its complaints, the strongest first; see {@link Carried}. */
  public int[] sources = new int[0];

  /** What each of {@link #sources} has carried, with a half-life of a week. */
  public double[] carried = new double[0];

  /** The day of {@link #carried}, since 1970-01-01. */
  public int carriedOn;
}
