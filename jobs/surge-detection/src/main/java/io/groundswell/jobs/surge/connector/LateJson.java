package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.volume.LateMention;
import org.apache.flink.api.common.functions.MapFunction;

/** Complaints that came too late to count, as JSON lines: what is known of them without a text. */
public final class LateJson implements MapFunction<LateMention, Line> {
  private static final long serialVersionUID = 1;

  @Override
  public Line map(LateMention late) {
    String identity = String.format("%016x", late.identity());
    String text =
        Json.object(
            json -> {
              json.writeStringField("identity", identity);
              json.writeStringField("created_at", Json.time(late.createdAt()));
              json.writeStringField("closed_until", Json.time(late.closed() + 1));
              json.writeArrayFieldStart("subjects");
              for (String subject : late.subjects()) {
                json.writeString(subject);
              }
              json.writeEndArray();
            });
    return new Line(late.createdAt(), identity, text);
  }
}
