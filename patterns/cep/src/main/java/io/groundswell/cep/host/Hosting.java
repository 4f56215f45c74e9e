package io.groundswell.cep.host;

import io.groundswell.cep.Signals;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.PatternCheck;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Where patterns as data live in a job. */
public final class Hosting {
  /** The operator's identity in a savepoint. */
  public static final String UID = "host-patterns";

  /** The identity of the step before it. */
  public static final String SIGNALS_UID = "pattern-signals";

  private Hosting() {}

  /**
   * Adds the host of all patterns, for subjects and across them.
   *
   * @param buckets time-stamped with the last moment of their bucket; a calm bucket and the one
   *     after it may share a stamp
   * @param sets patterns to go over to, of one instance, in the order of their moments; its
   *     watermark says that no set comes any more that is effective earlier
   * @param first the patterns that a new job begins with
   * @param fixed whether they hold whatever is in state, as for a candidate of a backtest
   * @return the matches; what was dropped goes to {@link HostPatterns#OVERFLOW}
   */
  public static SingleOutputStreamOperator<SurgeMatch> add(
      DataStream<ScoredBucket> buckets,
      DataStream<PatternSet> sets,
      PatternSet first,
      boolean fixed,
      Catalogue catalogue) {
    return buckets
        .flatMap(new Signals(catalogue))
        .returns(TypeInformation.of(Signal.class))
        .uid(SIGNALS_UID)
        .name("Buckets as patterns read them")
        .keyBy(PatternKey::of, TypeInformation.of(PatternKey.class))
        .connect(sets.broadcast())
        .transform(
            "Host patterns",
            TypeInformation.of(SurgeMatch.class),
            new HostPatterns(
                first, fixed, new Regions(catalogue.regions()), PatternCheck.MOST_PARTIAL_MATCHES))
        .uid(UID);
  }
}
