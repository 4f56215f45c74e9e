package io.groundswell.jobs.surge.connector;

import io.groundswell.jobs.surge.ledger.Tally;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/** Rows of the ledger as JSON lines: what became of a minute's records of one source. */
public final class LedgerJson implements MapFunction<Tally, Line> {
  private static final long serialVersionUID = 1;

  @Override
  public Line map(Tally tally) {
    String key = tally.input().label() + "/" + tally.source() + "/" + tally.outcome().label();
    String text =
        Json.object(
            json -> {
              json.writeStringField("minute", minute(tally));
              json.writeStringField("input", tally.input().label());
              json.writeStringField("source", tally.source());
              json.writeStringField("outcome", tally.outcome().label());
              json.writeNumberField("count", tally.count());
              if (tally.outcome().counted()) {
                json.writeNumberField("unmatched", tally.unmatched());
                json.writeNumberField("late", tally.late());
              }
            });
    return new Line(tally.minute(), key, text);
  }

  /** Null of records of a file that have no time. */
  private static @Nullable String minute(Tally tally) {
    return tally.minute() == RawRecord.NO_TIME ? null : Json.time(tally.minute());
  }
}
