package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.report.Signal.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** What a post says that is no complaint, as JSON. */
public final class SignalJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private SignalJson() {}

  /** As outputs name a kind: {@code works-again}. */
  static String label(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String write(Signal signal) {
    return Json.object(
        json -> {
          json.writeStringField("identity", HexFormat.of().toHexDigits(signal.identity()));
          json.writeStringField("voice", HexFormat.of().toHexDigits(signal.voice()));
          json.writeArrayFieldStart("subjects");
          for (String subject : signal.subjects()) {
            json.writeString(subject);
          }
          json.writeEndArray();
        });
  }

  /**
   * Reads a signal that was kept.
   *
   * @param label of its kind
   * @param at event time, epoch milliseconds
   * @param closed as {@link KeptInput#closed}
   * @param record the rest of it
   */
  public static Signal read(String label, long at, long closed, String record) {
    JsonNode object;
    try {
      object = JSON.readTree(record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> subjects = new ArrayList<>();
    object.path("subjects").forEach(subject -> subjects.add(subject.textValue()));
    Kind kind = Kind.valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    return new Signal(
        kind, at, closed, hash(object, "identity"), hash(object, "voice"), List.copyOf(subjects));
  }

  private static long hash(JsonNode object, String field) {
    return HexFormat.fromHexDigitsToLong(object.path(field).textValue());
  }
}
