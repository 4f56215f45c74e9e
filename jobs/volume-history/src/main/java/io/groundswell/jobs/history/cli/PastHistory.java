package io.groundswell.jobs.history.cli;

import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.history.backtest.KeptHistory;
import io.groundswell.jobs.history.connector.WarehouseFolder;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import io.groundswell.jobs.surge.replay.JudgeAgain;
import io.groundswell.jobs.surge.replay.KeptMention;
import io.groundswell.jobs.surge.replay.KeptSource;
import io.groundswell.state.bootstrap.KeptPast;
import io.groundswell.state.bootstrap.Past;
import io.groundswell.state.bootstrap.UpToEnd;
import io.groundswell.state.bootstrap.WholeJob;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The kept posts of a warehouse as the past of a new deployment, from the first of them on. */
public final class PastHistory implements KeptPast {
  @Override
  public Past in(Path warehouse, Rules rules, boolean withChanges) throws IOException {
    KeptHistory history =
        KeptHistory.of(WarehouseFolder.existing(warehouse), List.of(), null, null);
    return env -> add(env, history, rules, withChanges);
  }

  private static void add(
      StreamExecutionEnvironment env, KeptHistory history, Rules rules, boolean withChanges) {
    Policy policy = rules.policy();
    long width = policy.bucket().toMillis();
    DataStream<KeptMention> kept =
        KeptSource.staying(env, history.items(Set.of(), width, policy.lateness().toMillis()), width)
            .process(new UpToEnd<>(KeptMention::isEnd), TypeInformation.of(KeptMention.class))
            .uid("past-records")
            .name("Past records")
            .setParallelism(1);
    DataStream<RawRecord> noOthers =
        kept.flatMap((KeptMention item, Collector<RawRecord> out) -> {})
            .returns(TypeInformation.of(RawRecord.class))
            .uid("no-records")
            .name("None")
            .setParallelism(1);
    Reading reading = new Reading(Format.POST.posts(), System.currentTimeMillis());
    WholeJob.add(noOthers, JudgeAgain.add(kept, rules), rules, reading, withChanges);
  }
}
