package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Partial;
import java.util.Arrays;
import java.util.stream.LongStream;

/** A subject's bucket that has not closed yet. Mutable and flat, since it is operator state. */
public final class OpenBucket {
  /** Complaints so far that may be evidence. */
  public int posts;

  /** How many of {@link #posts} came after their own bucket had closed. */
  public int delayed;

  /** Starts of those buckets, distinct, epoch milliseconds. */
  public long[] delayedFrom = new long[0];

  /** Complaints so far that count in totals only. */
  public int late;

  /** The authors of {@link #posts}. */
  public AuthorSet authors = new AuthorSet();

  void add(Partial partial) {
    posts += partial.posts();
    delayed += partial.delayed();
    if (partial.delayed() > 0) {
      delayedFrom =
          LongStream.concat(Arrays.stream(delayedFrom), Arrays.stream(partial.delayedFrom()))
              .distinct()
              .toArray();
    }
    late += partial.late();
    authors.addAll(partial.authors());
  }

  Backlog backlog() {
    return new Backlog(delayed, delayedFrom.length);
  }
}
