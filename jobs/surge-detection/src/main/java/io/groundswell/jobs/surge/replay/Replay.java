package io.groundswell.jobs.surge.replay;

import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.feed.FeedCount;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/** What was kept, beside what is read now. */
public final class Replay {
  /** Support contacts, change events and answers as they were sent. */
  static final OutputTag<RawRecord> RECORDS =
      new OutputTag<>("kept-records", TypeInformation.of(RawRecord.class));

  /** What each feed brought in a bucket. */
  static final OutputTag<FeedCount> FEEDS =
      new OutputTag<>("kept-feeds", TypeInformation.of(FeedCount.class));

  private Replay() {}

  /** The records that are read, and those that were kept. */
  public static DataStream<RawRecord> records(
      DataStream<RawRecord> now, @Nullable SingleOutputStreamOperator<Mention> kept) {
    return kept == null ? now : now.union(kept.getSideOutput(RECORDS));
  }

  /** What feeds had brought, as it was kept; null where nothing was. */
  public static @Nullable DataStream<FeedCount> feeds(
      @Nullable SingleOutputStreamOperator<Mention> kept) {
    return kept == null ? null : kept.getSideOutput(FEEDS);
  }
}
