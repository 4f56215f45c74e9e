package io.groundswell.jobs.surge.incident;

import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.surge.SurgeMatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.jspecify.annotations.Nullable;

/**
 * What incidents are raised from beside buckets: one of the two.
 *
 * @param match a pattern that matched, or null
 * @param ruling what is to be decided by from a moment on, or null
 */
public record FoundMatch(@Nullable SurgeMatch match, @Nullable Ruling ruling) {
  /** A pattern that matched. */
  public static FoundMatch of(SurgeMatch match) {
    return new FoundMatch(match, null);
  }

  /** Something is decided otherwise from now on. */
  public static FoundMatch of(Ruling ruling) {
    return new FoundMatch(null, ruling);
  }

  /** Both, as one stream. */
  public static DataStream<FoundMatch> of(
      DataStream<SurgeMatch> matches, DataStream<Ruling> rulings) {
    return matches
        .map((SurgeMatch match) -> of(match))
        .returns(TypeInformation.of(FoundMatch.class))
        .uid("find-matches")
        .name("Find matches")
        .union(
            rulings
                .map((Ruling ruling) -> of(ruling))
                .returns(TypeInformation.of(FoundMatch.class))
                .uid("find-rulings")
                .name("Find rulings")
                .setParallelism(1));
  }
}
