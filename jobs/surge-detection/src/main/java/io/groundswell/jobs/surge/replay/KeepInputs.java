package io.groundswell.jobs.surge.replay;

import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.report.Remark;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.feed.WatchFeeds;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What moves the job beside counted posts, for whoever keeps them. */
public final class KeepInputs {
  private KeepInputs() {}

  /**
   * Adds what is missing of it to a job.
   *
   * @param watched says what each feed brought in a bucket
   * @param signals what posts say that are no complaints
   * @param takers operators that say what they take
   */
  public static DataStream<KeptInput> add(
      SingleOutputStreamOperator<IncidentUpdate> watched,
      DataStream<Remark> signals,
      List<SingleOutputStreamOperator<?>> takers) {
    DataStream<KeptInput> all =
        watched
            .getSideOutput(WatchFeeds.COUNTED)
            .map(count -> KeptInput.ofFeed(count.feed(), count.start(), count.posts()))
            .returns(TypeInformation.of(KeptInput.class))
            .uid(Uids.KEEP_FEEDS)
            .name("Keep feeds")
            .setParallelism(1) // As what it is chained to, at whatever parallelism.
            .setMaxParallelism(1)
            .union(
                signals
                    .map(remark -> KeptInput.of(Objects.requireNonNull(remark.signal())))
                    .returns(TypeInformation.of(KeptInput.class))
                    .uid(Uids.KEEP_SIGNALS)
                    .name("Keep signals"));
    for (SingleOutputStreamOperator<?> taker : takers) {
      all = all.union(taker.getSideOutput(KeptInput.TAKEN));
    }
    return all;
  }
}
