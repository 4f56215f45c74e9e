package io.groundswell.jobs.surge.volume;

import static io.groundswell.jobs.surge.volume.Mentions.RULE;
import static io.groundswell.jobs.surge.volume.Mentions.WIDTH;
import static io.groundswell.jobs.surge.volume.Mentions.closing;

import io.groundswell.domain.volume.LateMention;
import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Partial;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;

/** From mentions to volumes: the three operators in a row, live. */
final class Counting {
  private final KeyedOneInputStreamOperatorTestHarness<Integer, Mention, Mention> dropDuplicates;
  private final OneInputStreamOperatorTestHarness<Mention, Partial> preAggregate;
  private final KeyedOneInputStreamOperatorTestHarness<String, Partial, Volume> countMentions;
  private final List<Volume> volumes = new ArrayList<>();
  private String open = "0:00:00";

  Counting() throws Exception {
    dropDuplicates =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new DropDuplicates(RULE)), DropDuplicates::shard, Types.INT);
    preAggregate = new OneInputStreamOperatorTestHarness<>(new PreAggregate(RULE));
    countMentions =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new CountMentions(WIDTH)), Partial::subject, Types.STRING);
    dropDuplicates.open();
    preAggregate.open();
    countMentions.open();
  }

  /** A mention arrives now, whenever it was made. */
  Counting meet(Mention mention) throws Exception {
    dropDuplicates.processElement(Mentions.arriving(open, mention), mention.createdAt());
    return this;
  }

  /** Closes every bucket before a moment. */
  Counting closeUntil(String clock) throws Exception {
    open = clock;
    dropDuplicates.processWatermark(closing(clock));
    for (Mention mention : dropDuplicates.extractOutputValues()) {
      preAggregate.processElement(mention, mention.createdAt());
    }
    dropDuplicates.getOutput().clear();
    preAggregate.processWatermark(closing(clock));
    for (Partial partial : preAggregate.extractOutputValues()) {
      countMentions.processElement(partial, partial.start());
    }
    preAggregate.getOutput().clear();
    countMentions.processWatermark(closing(clock));
    volumes.addAll(countMentions.extractOutputValues());
    countMentions.getOutput().clear();
    return this;
  }

  /** Every bucket closed so far, in order. */
  List<Volume> volumes() {
    return volumes.stream().map(Mentions::counts).toList();
  }

  List<LateMention> dropped() {
    Queue<StreamRecord<LateMention>> late = dropDuplicates.getSideOutput(DropDuplicates.LATE);
    return late == null ? List.of() : late.stream().map(StreamRecord::getValue).toList();
  }

  Said said() {
    return Said.in(dropDuplicates.getSideOutput(Ledger.OUTCOMES));
  }

  void close() throws Exception {
    dropDuplicates.close();
    preAggregate.close();
    countMentions.close();
  }
}
