package io.groundswell.jobs.surge.change;

import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.post.Hash64;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.JsonChanges;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.ledger.Tally;
import io.groundswell.jobs.surge.post.ParsePosts;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Bytes to change events; what is none becomes a dead letter, and what no customer can notice is
 * left out.
 */
public final class TakeChanges extends ProcessFunction<RawRecord, SentChange> {
  private static final long serialVersionUID = 1;

  private final Reading reading;

  /** Reads records as given. */
  public TakeChanges(Reading reading) {
    this.reading = reading;
  }

  /** Adds the operator to a job. */
  public static SingleOutputStreamOperator<SentChange> add(
      DataStream<RawRecord> records, Reading reading) {
    return records
        .process(new TakeChanges(reading), TypeInformation.of(SentChange.class))
        .uid(Uids.TAKE_CHANGES)
        .name("Take change events");
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<SentChange> out) {
    ChangeEvent event;
    try {
      event = reading.readChange(record);
    } catch (UnreadableRecord why) {
      context.output(Ledger.OUTCOMES, Tally.deadLetter(record));
      context.output(ParsePosts.DEAD_LETTERS, record.refused(why));
      return;
    }
    if (event.reachesCustomers()) {
      String json = JsonChanges.write(event);
      context.output(KeptInput.TAKEN, KeptInput.of(record, event.at(), event.product(), json));
      out.collect(new SentChange(event, record.closed(), Hash64.of(record.bytes())));
    } else {
      context.output(
          Ledger.OUTCOMES,
          Tally.one(record.readAt(), record.input(), event.kind(), Outcome.NO_CHANGE));
    }
  }
}
