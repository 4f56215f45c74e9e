package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.Partial;

/** A subject's bucket that has not closed yet. Mutable and flat, since it is operator state. */
public final class OpenBucket {
  /** Complaints so far that may be evidence. */
  public int posts;

  /** Complaints so far that count in totals only. */
  public int late;

  /** The authors of {@link #posts}. */
  public AuthorSet authors = new AuthorSet();

  void add(Partial partial) {
    posts += partial.posts();
    late += partial.late();
    authors.addAll(partial.authors());
  }
}
