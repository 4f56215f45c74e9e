package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.volume.ArrivalRule;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/** What moved the job beside counted posts, as JSON lines. */
public final class InputLines implements MapFunction<KeptInput, Line> {
  private static final long serialVersionUID = 1;

  @Override
  public Line map(KeptInput kept) {
    String text =
        Json.object(
            json -> {
              json.writeStringField("input", kept.input());
              json.writeStringField("name", kept.name());
              json.writeStringField("counted_at", Json.time(kept.moment()));
              json.writeStringField("created_at", Json.time(kept.createdAt()));
              json.writeStringField("received_at", time(kept.receivedAt(), RawRecord.NO_TIME));
              boolean nothing = kept.closed() == ArrivalRule.NONE_CLOSED;
              json.writeStringField("closed_until", nothing ? null : Json.time(kept.closed() + 1));
              json.writeNumberField("count", kept.count());
              json.writeStringField("record", kept.record());
            });
    return new Line(kept.moment(), kept.input() + '/' + kept.name(), text);
  }

  private static @Nullable String time(long millis, long none) {
    return millis == none ? null : Json.time(millis);
  }
}
