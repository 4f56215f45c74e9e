package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.answer.Verdict;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How people stand to an incident, as fields of its JSON. */
final class AnswersJson {
  private AnswersJson() {}

  static void write(JsonGenerator json, Standing standing) throws IOException {
    json.writeFieldName("muted_by");
    writeMute(json, standing.mutedBy());
    Verdict acknowledged = standing.acknowledged();
    json.writeStringField("acknowledged_by", acknowledged == null ? null : acknowledged.by());
    json.writeStringField(
        "acknowledged_at", acknowledged == null ? null : Json.time(acknowledged.at()));
    json.writeFieldName("verdict");
    writeVerdict(json, standing.verdict());
  }

  private static void writeMute(JsonGenerator json, @Nullable Mute mute) throws IOException {
    if (mute == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("id", mute.id());
    json.writeStringField("subject", mute.subject());
    json.writeStringField("from", Json.time(mute.from()));
    json.writeStringField("until", Json.time(mute.until()));
    json.writeStringField("because", mute.because());
    json.writeStringField("by", mute.by());
    json.writeNumberField("factor", Json.figure(mute.factor()));
    json.writeEndObject();
  }

  private static void writeVerdict(JsonGenerator json, @Nullable Verdict verdict)
      throws IOException {
    if (verdict == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("verdict", verdict.judgement().label());
    json.writeStringField("by", verdict.by());
    json.writeStringField("at", Json.time(verdict.at()));
    json.writeStringField("duplicate_of", verdict.duplicateOf());
    json.writeStringField("note", verdict.note());
    json.writeEndObject();
  }
}
