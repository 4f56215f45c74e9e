package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.groundswell.domain.change.ChangeEvent;
import java.io.IOException;

/**
 * A change event: one JSON object in the project's own shape, or as PagerDuty, CDEvents or GitHub
 * send it, told by what it holds, so that one topic can mix them. Unknown fields are ignored; null
 * is as good as absent.
 */
public final class JsonChanges {
  private static final ObjectReader JSON =
      new ObjectMapper(RecordJson.FACTORY)
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonChanges() {}

  /**
   * Reads a record.
   *
   * @param arrival when it arrived, epoch milliseconds; {@link RawRecord#NO_TIME} in a file
   * @throws UnreadableRecord where it tells of no change
   */
  static ChangeEvent read(byte[] record, long arrival) throws UnreadableRecord {
    JsonNode object;
    try {
      object = JSON.readTree(record);
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
    if (!object.isObject()) {
      throw new UnreadableRecord("unreadable", "not a JSON object");
    }
    if (object.has("product")) {
      return own(new ChangeFields(object));
    }
    // In an envelope of CloudEvents the event is its data.
    JsonNode inner = CdEvents.isEvent(object) ? object : object.path("data");
    if (CdEvents.isEvent(inner)) {
      return CdEvents.read(new ChangeFields(inner));
    }
    if (object.path("deployment").isObject()) {
      return GitHubDeployments.read(new ChangeFields(object));
    }
    return object.path("payload").isObject()
        ? PagerDutyChanges.read(new ChangeFields(object), record, arrival)
        : own(new ChangeFields(object));
  }

  /** An event as it is sent, in the project's own shape. */
  public static String write(ChangeEvent event) {
    return Json.object(
        json -> {
          json.writeStringField("id", event.id());
          json.writeStringField("at", Json.time(event.at()));
          json.writeStringField("kind", event.kind());
          json.writeStringField("product", event.product());
          json.writeStringField("component", event.component());
          json.writeArrayFieldStart("regions");
          for (String region : event.regions()) {
            json.writeString(region);
          }
          json.writeEndArray();
          json.writeStringField("environment", event.environment());
          json.writeStringField("summary", event.summary());
          json.writeStringField("link", event.link());
        });
  }

  private static ChangeEvent own(ChangeFields fields) throws UnreadableRecord {
    return new ChangeEvent(
        fields.name("id"),
        fields.time("at"),
        ChangeFields.kind(fields.optional("kind")),
        fields.name("product"),
        fields.optional("component"),
        fields.regions("regions"),
        fields.optional("environment"),
        ChangeFields.line(ChangeFields.masked(fields.required("summary"))),
        fields.link("link"));
  }
}
