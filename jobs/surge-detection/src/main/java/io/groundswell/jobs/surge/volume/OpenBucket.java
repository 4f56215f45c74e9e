package io.groundswell.jobs.surge.volume;

import io.groundswell.domain.volume.AuthorSet;
import io.groundswell.domain.volume.Backlog;
import io.groundswell.domain.volume.Origin;
import io.groundswell.domain.volume.Partial;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** A subject's bucket that has not closed yet. Mutable and flat, since it is operator state. */
public final class OpenBucket {
  private static final int MOST_ORIGINS = 8;

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

  /** Whose words they are, once these are not just the authors'. */
  public AuthorSet voices = new AuthorSet();

  /** Some only say what others have said. */
  public boolean echoes;

  /** What the words say, in thousandths of the logarithm of an e-value. */
  public int agreement;

  /** How many of {@link #posts} came from which source. */
  public Map<Integer, Integer> origins = new HashMap<>();

  void add(Partial partial) {
    partial.origins().forEach(o -> origins.merge(o.source(), o.posts(), Integer::sum));
    posts += partial.posts();
    delayed += partial.delayed();
    if (partial.delayed() > 0) {
      delayedFrom =
          LongStream.concat(Arrays.stream(delayedFrom), Arrays.stream(partial.delayedFrom()))
              .distinct()
              .toArray();
    }
    late += partial.late();
    hear(partial);
    authors.addAll(partial.authors());
    agreement += partial.agreement();
  }

  private void hear(Partial partial) {
    if (!echoes && partial.voices().length > 0) {
      echoes = true;
      voices.addAll(authors);
    }
    if (echoes) {
      voices.addAll(partial.voices().length > 0 ? partial.voices() : partial.authors());
    }
  }

  /** The sources that brought most of it. */
  List<Origin> strongest() {
    return origins.entrySet().stream()
        .map(entry -> new Origin(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingInt((Origin o) -> -o.posts()).thenComparingInt(Origin::source))
        .limit(MOST_ORIGINS)
        .toList();
  }

  Backlog backlog() {
    return new Backlog(delayed, delayedFrom.length);
  }
}
