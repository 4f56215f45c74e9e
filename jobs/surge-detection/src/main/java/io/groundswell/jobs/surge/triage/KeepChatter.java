package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.CountedPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.Uids;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Posts that count as chatter, for whoever keeps posts: whether a surge is one hangs on them. */
public final class KeepChatter implements MapFunction<Mention, CountedPost> {
  private static final long serialVersionUID = 1;

  private final ArrivalRule rule;

  private KeepChatter(ArrivalRule rule) {
    this.rule = rule;
  }

  /** Adds the operator to a job. */
  public static DataStream<CountedPost> add(DataStream<Mention> chatter, ArrivalRule rule) {
    return chatter
        .map(new KeepChatter(rule))
        .returns(TypeInformation.of(CountedPost.class))
        .uid(Uids.KEEP_CHATTER)
        .name("Keep chatter");
  }

  @Override
  public CountedPost map(Mention mention) {
    return CountedPost.chatter(mention, rule.of(mention));
  }
}
