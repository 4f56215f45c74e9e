package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.report.Remark;
import io.groundswell.domain.volume.Mention;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.jspecify.annotations.Nullable;

/**
 * Posts that have been judged: now, and in a backtest when they were kept.
 *
 * @param now by {@link JudgePosts}
 * @param kept the same outputs of those that were kept; null where there are none
 */
public record Judged(
    SingleOutputStreamOperator<Mention> now, @Nullable SingleOutputStreamOperator<Mention> kept) {

  /** What counts as a complaint. */
  public DataStream<Mention> complaints() {
    return kept == null ? now : now.union(kept);
  }

  /** What posts say that are no complaints. */
  public DataStream<Remark> signals() {
    DataStream<Remark> signals = now.getSideOutput(JudgePosts.SIGNALS);
    return kept == null ? signals : signals.union(kept.getSideOutput(JudgePosts.SIGNALS));
  }

  /** What counts as chatter. */
  public DataStream<Mention> chatter() {
    DataStream<Mention> chatter = now.getSideOutput(JudgePosts.CHATTER);
    return kept == null ? chatter : chatter.union(kept.getSideOutput(JudgePosts.CHATTER));
  }
}
