package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.post.DeadLetter;
import org.apache.flink.api.common.functions.MapFunction;

/** Dead letters as JSON lines, in the order of their positions. */
public final class DeadLetterLines implements MapFunction<DeadLetter, Line> {
  private static final long serialVersionUID = 1;

  @Override
  public Line map(DeadLetter letter) {
    String where = letter.where();
    int colon = where.lastIndexOf(':');
    long number = Long.parseLong(where.substring(colon + 1));
    String order = where.substring(0, colon) + String.format(" %019d", number);
    String text =
        Json.object(
            json -> {
              json.writeStringField("reason", letter.reason());
              json.writeStringField("detail", letter.detail());
              json.writeStringField("where", where);
              json.writeStringField("record", letter.record());
            });
    return new Line(RawRecord.NO_TIME, order, text);
  }
}
