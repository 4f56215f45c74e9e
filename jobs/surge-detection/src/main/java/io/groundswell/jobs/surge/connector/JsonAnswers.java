package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import java.io.IOException;

/**
 * Verdicts and mutes: one JSON object each. Unknown fields are ignored; null is as good as absent.
 */
public final class JsonAnswers {
  private static final ObjectReader JSON =
      new ObjectMapper(RecordJson.FACTORY)
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonAnswers() {}

  /** Reads a verdict. */
  public static Verdict readVerdict(byte[] record) throws UnreadableRecord {
    ChangeFields fields = new ChangeFields(object(record));
    String label = fields.required("verdict");
    String note = fields.text("note");
    Judgement judgement = Judgement.of(label);
    if (judgement == null) {
      throw new UnreadableRecord(
          "bad-verdict",
          "verdict is '%s'; use %s".formatted(label, String.join(", ", Judgement.labels())));
    }
    return new Verdict(
        fields.name("incident_id"),
        judgement,
        fields.name("by"),
        fields.time("at"),
        fields.optional("duplicate_of"),
        note == null ? null : ChangeFields.line(note));
  }

  /** A verdict as it is sent. */
  public static String write(Verdict verdict) {
    return Json.object(
        json -> {
          json.writeStringField("incident_id", verdict.incidentId());
          json.writeStringField("verdict", verdict.judgement().label());
          json.writeStringField("by", verdict.by());
          json.writeStringField("at", Json.time(verdict.at()));
          if (verdict.duplicateOf() != null) {
            json.writeStringField("duplicate_of", verdict.duplicateOf());
          }
          if (verdict.note() != null) {
            json.writeStringField("note", verdict.note());
          }
        });
  }

  /**
   * Reads a mute.
   *
   * @param arrival when it arrived, epoch milliseconds; {@link RawRecord#NO_TIME} in a file, where
   *     a mute that does not say when it was said was said as it began
   */
  public static Mute readMute(byte[] record, long arrival) throws UnreadableRecord {
    ChangeFields fields = new ChangeFields(object(record));
    long from = fields.time("from");
    long until = fields.time("until");
    if (until < from) {
      throw new UnreadableRecord("bad-mute", "until lies before from");
    }
    if (until - from > Mute.LONGEST.toMillis()) {
      throw new UnreadableRecord(
          "bad-mute", "lasts longer than 30 days; mute for less, and again when that is over");
    }
    String at = fields.optional("at");
    long said = at != null ? Times.of("at", at) : arrival == RawRecord.NO_TIME ? from : arrival;
    return new Mute(
        fields.name("id"),
        fields.name("subject"),
        from,
        until,
        ChangeFields.line(fields.required("because")),
        fields.name("by"),
        factor(fields.node("factor")),
        said);
  }

  private static double factor(JsonNode given) throws UnreadableRecord {
    if (given.isMissingNode() || given.isNull()) {
      return Mute.FACTOR;
    }
    double factor = given.isNumber() ? given.doubleValue() : Double.NaN;
    if (!(factor >= Mute.LEAST_FACTOR && factor <= Mute.MOST_FACTOR)) {
      throw new UnreadableRecord("bad-mute", "factor is %s; use 1 to 1000".formatted(given));
    }
    return factor;
  }

  /** A mute as it is sent. */
  public static String write(Mute mute) {
    return Json.object(
        json -> {
          json.writeStringField("id", mute.id());
          json.writeStringField("subject", mute.subject());
          json.writeStringField("from", Json.time(mute.from()));
          json.writeStringField("until", Json.time(mute.until()));
          json.writeStringField("because", mute.because());
          json.writeStringField("by", mute.by());
          json.writeNumberField("factor", mute.factor());
          json.writeStringField("at", Json.time(mute.at()));
        });
  }

  private static JsonNode object(byte[] record) throws UnreadableRecord {
    JsonNode object;
    try {
      object = JSON.readTree(record);
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
    if (!object.isObject()) {
      throw new UnreadableRecord("unreadable", "not a JSON object");
    }
    return object;
  }
}
