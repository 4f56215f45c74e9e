package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.groundswell.domain.contact.SupportContact;
import java.io.IOException;
import java.util.Locale;

/** A support contact: one JSON object. Unknown fields are ignored; null is as good as absent. */
public final class JsonContacts {
  private static final ObjectReader JSON =
      new ObjectMapper(RecordJson.FACTORY)
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonContacts() {}

  static SupportContact read(byte[] record) throws UnreadableRecord {
    JsonNode object;
    try {
      object = JSON.readTree(record);
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
    if (!object.isObject()) {
      throw new UnreadableRecord("unreadable", "not a JSON object");
    }
    String channel = optional(object, "channel");
    return new SupportContact(
        required(object, "id"),
        Times.createdAt(required(object, "created_at")),
        channel == null ? "unknown" : channel.toLowerCase(Locale.ROOT),
        required(object, "product"),
        optional(object, "component"),
        optional(object, "region"));
  }

  /**
   * A contact as it is sent.
   *
   * @param id in the place of its own
   */
  public static String write(SupportContact contact, String id) {
    return Json.object(
        json -> {
          json.writeStringField("id", id);
          json.writeStringField("created_at", Json.time(contact.createdAt()));
          json.writeStringField("channel", contact.channel());
          json.writeStringField("product", contact.product());
          json.writeStringField("component", contact.component());
          json.writeStringField("region", contact.region());
        });
  }

  private static String required(JsonNode object, String name) throws UnreadableRecord {
    String value = optional(object, name);
    if (value == null) {
      throw new UnreadableRecord("missing-field", name + " is missing");
    }
    return value;
  }

  private static String optional(JsonNode object, String name) throws UnreadableRecord {
    JsonNode value = object.path(name);
    if (value.isContainerNode()) {
      throw new UnreadableRecord("wrong-type", name + " has the wrong type");
    }
    String text = value.asText();
    return value.isNull() || text.isEmpty() ? null : text;
  }
}
