package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.RulingJson;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ParsePosts;
import io.groundswell.jobs.surge.settings.SettingsException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Bytes to rulings, each once, for operators that decide at the end of a bucket; what is none
 * becomes a dead letter. They hear of a ruling before the watermark of any bucket that ends after
 * it.
 */
public final class TakeRulings extends ProcessFunction<RawRecord, Ruling>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1;

  private final Rules first;
  private transient HeardRulings known;
  private transient ListState<Long> lastOffset;
  private transient long last;

  private TakeRulings(Rules first) {
    this.first = first;
  }

  /** Adds the operator to a job that begins with the given rules. */
  public static SingleOutputStreamOperator<Ruling> add(DataStream<RawRecord> records, Rules first) {
    return records
        .process(new TakeRulings(first), TypeInformation.of(Ruling.class))
        .uid(Uids.TAKE_RULINGS)
        .name("Take rulings")
        .setParallelism(1)
        .setMaxParallelism(1);
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<Ruling> out) {
    if (isKnown(record)) {
      return;
    }
    try {
      Ruling ruling = read(record);
      if (isNews(ruling, context.timerService().currentWatermark())) {
        say(record, ruling, context);
        out.collect(ruling);
      } else if (!isOfBefore(record)) {
        throw new UnreadableRecord(
            "bad-ruling", ruling.key() + " comes after a later one; number it higher");
      }
    } catch (UnreadableRecord why) {
      if (!isOfBefore(record)) {
        context.output(Ledger.OUTCOMES, Tally.deadLetter(record));
        context.output(ParsePosts.DEAD_LETTERS, record.refused(why));
      }
    }
  }

  /** Every reader of topics tells of it, and each in the order of the control topic. */
  private boolean isKnown(RawRecord record) {
    if (record.now() == RawRecord.NO_TIME) {
      return false;
    }
    String where = record.where();
    long offset = Long.parseLong(where.substring(where.lastIndexOf(':') + 1));
    boolean known = offset <= last;
    last = Math.max(last, offset);
    return known;
  }

  private static Ruling read(RawRecord record) throws UnreadableRecord {
    if (record.oversized()) {
      throw new UnreadableRecord("oversized", "a ruling of more than 256 KiB");
    }
    return RulingJson.read(record.bytes(), record.readAt());
  }

  private boolean isNews(Ruling ruling, long watermark) throws UnreadableRecord {
    try {
      return known.take(ruling, watermark);
    } catch (SettingsException why) {
      throw new UnreadableRecord("bad-ruling", why.getMessage());
    }
  }

  /** What was ruled before the job began is told again each time that it begins. */
  private static boolean isOfBefore(RawRecord record) {
    return record.readAt() == RawRecord.NO_TIME;
  }

  private static void say(RawRecord record, Ruling ruling, Context context) {
    if (!isOfBefore(record)) {
      String label = ruling.kind().label();
      context.output(
          Ledger.OUTCOMES, Tally.one(record.readAt(), Input.CONTROL, label, Outcome.RULINGS));
      String json = new String(record.bytes(), StandardCharsets.UTF_8);
      context.output(KeptInput.TAKEN, KeptInput.of(record, record.readAt(), label, json));
    }
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    known = new HeardRulings(first, context);
    lastOffset =
        context
            .getOperatorStateStore()
            .getListState(new ListStateDescriptor<>(Uids.LAST_RULING, Types.LONG));
    last = -1;
    for (long offset : lastOffset.get()) {
      last = offset;
    }
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    known.snapshot();
    lastOffset.update(List.of(last));
  }
}
