package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.Partial;

/** A subject's bucket that has not closed yet. Mutable and flat, since it is operator state. */
public final class OpenBucket {
  /** Complaints so far. */
  public int posts;

  /** Their authors. */
  public AuthorSet authors = new AuthorSet();

  void add(Partial partial) {
    posts += partial.posts();
    authors.addAll(partial.authors());
  }
}
