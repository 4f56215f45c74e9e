package io.groundswell.jobs.notification.destination.webhook;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Notice;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update as CloudEvents 1.0 has it over HTTP: all in the body (structured), or the attributes in
 * headers and the update as the body (binary).
 */
record CloudEvent(Mode mode, String source) {
  /** Where the attributes are. */
  enum Mode {
    /** In the body. */
    STRUCTURED,
    /** In headers. */
    BINARY
  }

  String contentType() {
    return mode == Mode.STRUCTURED
        ? "application/cloudevents+json; charset=utf-8"
        : "application/json; charset=utf-8";
  }

  Map<String, String> headers(Delivery delivery) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (mode == Mode.BINARY) {
      attributes(delivery).forEach((name, value) -> headers.put("ce-" + name, encoded(value)));
    }
    return headers;
  }

  String body(Delivery delivery) {
    String update = delivery.notice().json();
    if (mode == Mode.BINARY) {
      return update;
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    attributes(delivery).forEach(event::put);
    event.put("datacontenttype", "application/json");
    event.putRawValue("data", new RawValue(update));
    return event.toString();
  }

  private Map<String, String> attributes(Delivery delivery) {
    Notice notice = delivery.notice();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("specversion", "1.0");
    attributes.put("id", delivery.key());
    attributes.put("source", source);
    attributes.put("type", "io.groundswell.incident." + notice.said().label());
    attributes.put("subject", notice.subjectKey());
    attributes.put("time", Wording.time(notice.updatedAt()));
    if (notice.test()) {
      attributes.put("title", Wording.title(notice, 200));
    }
    return attributes;
  }

  /** As section 3.1.3.2 of the HTTP binding has it: printable ASCII but blank, {@code "}, %. */
  private static String encoded(String value) {
    StringBuilder encoded = new StringBuilder();
    for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
      if (one > ' ' && one < 0x7f && one != '"' && one != '%') {
        encoded.append((char) one);
      } else {
        encoded.append(String.format("%%%02X", one & 0xff));
      }
    }
    return encoded.toString();
  }
}
