package io.groundswell.cep;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Names a pattern that matched, with the buckets of the match in time. */
public final class Report {
  private static final Comparator<ScoredBucket> BY_START =
      Comparator.comparingLong(ScoredBucket::start);

  private Report() {}

  /** A match in the buckets of one subject, by its stages: what lies between is no news. */
  public static SurgeMatch ofOne(String pattern, Collection<List<ScoredBucket>> stages) {
    List<ScoredBucket> buckets = inTime(stages);
    return new SurgeMatch(pattern, buckets.get(0), buckets.get(buckets.size() - 1));
  }

  /** A match across subjects, by its stages, with the bucket of each. */
  public static SurgeMatch across(String pattern, Collection<List<ScoredBucket>> stages) {
    List<ScoredBucket> buckets = inTime(stages);
    int last = buckets.size() - 1;
    List<ScoredBucket> between = last < 1 ? List.of() : List.copyOf(buckets.subList(1, last));
    return new SurgeMatch(pattern, buckets.get(0), buckets.get(last), between);
  }

  /** Stages come in their order; so do buckets of one moment. */
  private static List<ScoredBucket> inTime(Collection<List<ScoredBucket>> stages) {
    List<ScoredBucket> buckets = new ArrayList<>();
    stages.forEach(buckets::addAll);
    buckets.sort(BY_START);
    return buckets;
  }
}
