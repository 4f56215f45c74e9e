package io.groundswell.cep.host;

import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.PatternCheck;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.SurgeMatch;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Where all patterns live in a job. */
public final class Hosting {
  /** The operator's identity in a savepoint. */
  public static final String UID = "host-patterns";

  private Hosting() {}

  /**
   * Adds the host of all patterns, for subjects and across them.
   *
   * @param signals time-stamped with the last moment of their bucket; a calm bucket and the one
   *     after it may share a stamp
   * @param sets the patterns that a new job begins with, before its first watermark, and then those
   *     to go over to; of one instance, in the order of their moments; its watermark says that no
   *     set comes any more that is effective earlier
   * @param regions which regions lie in which
   * @return the matches
   */
  public static SingleOutputStreamOperator<SurgeMatch> add(
      DataStream<Signal> signals, DataStream<PatternSet> sets, Regions regions) {
    return signals
        .keyBy(PatternKey::of, TypeInformation.of(PatternKey.class))
        .connect(sets.broadcast())
        .transform(
            "Host patterns",
            TypeInformation.of(SurgeMatch.class),
            new HostPatterns(regions, PatternCheck.MOST_PARTIAL_MATCHES))
        .uid(UID);
  }
}
