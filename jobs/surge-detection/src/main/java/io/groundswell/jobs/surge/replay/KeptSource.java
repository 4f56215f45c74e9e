package io.groundswell.jobs.surge.replay;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.InOrder;
import io.groundswell.jobs.surge.connector.Ordered;
import io.groundswell.jobs.surge.connector.OrderedSource;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Kept mentions as a stream in the order in which they counted. */
public final class KeptSource {
  private KeptSource() {}

  /**
   * Adds the source to a job.
   *
   * @param width width of a bucket, milliseconds
   */
  public static DataStream<KeptMention> add(
      StreamExecutionEnvironment env, Ordered<KeptMention> kept, long width) {
    return add(env, new OrderedSource<>(kept), width, Uids.READ_KEPT);
  }

  /**
   * The same in the place of a job's posts; it stays at the end, which the job is told of by the
   * last item.
   */
  public static DataStream<KeptMention> staying(
      StreamExecutionEnvironment env, Ordered<KeptMention> kept, long width) {
    return add(env, OrderedSource.thatStays(kept), width, Uids.READ_POSTS);
  }

  private static DataStream<KeptMention> add(
      StreamExecutionEnvironment env, OrderedSource<KeptMention> source, long width, String uid) {
    return env.fromSource(
            source,
            InOrder.<KeptMention>buckets(width, KeptMention::isEnd)
                .withTimestampAssigner((mention, before) -> mention.moment()),
            "Read kept posts",
            TypeInformation.of(KeptMention.class))
        .uid(uid)
        .setParallelism(1);
  }
}
