package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.PostText.Kind;
import java.util.EnumMap;
import java.util.Map;

/** How many posts of which kind have been made up. */
final class Sent {
  private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private long posts;

  void add(Kind kind, boolean repost) {
    posts++;
    if (!repost) {
      kinds.merge(kind, 1L, Long::sum);
    }
  }

  /** All of them. */
  long posts() {
    return posts;
  }

  /** Those of a kind that are somebody's own words. */
  long of(Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }
}
