package io.groundswell.domain.agreement;

import io.groundswell.domain.volume.AuthorSet;

/** A term that is a subject at present. Mutable and flat, since it is operator state. */
public final class KeptTerm {
  /** The term. */
  public String term = "";

  /** Hash of the term. */
  public int word;

  /** How unlikely it was when it last stood out, and in which bucket, epoch milliseconds. */
  public double surprise;

  /** See {@link #surprise}. */
  public long surprisedAt;

  /** Start of the last bucket in which it was used, epoch milliseconds. */
  public long lastAt;

  /** Number of the clock hour of the authors and voices. */
  public int hour;

  /** Who has used it in that hour. */
  public AuthorSet authors = new AuthorSet();

  /** The voices among them. */
  public AuthorSet voices = new AuthorSet();
}
