package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Rulings: one JSON object each, {@code {"kind","number","at","by","because","content"}}. A long
 * content is packed, as {@code content_gzip} in base 64, since brokers refuse large records.
 */
public final class RulingJson {
  /** Longer contents are packed, in characters. */
  private static final int LONG = 64 * 1024;

  /** What a packed content may unpack to, in bytes: more would be no file that anybody wrote. */
  private static final int LARGEST = 32 * 1024 * 1024;

  private static final ObjectReader JSON =
      new ObjectMapper(RecordJson.FACTORY)
          .reader()
          .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private RulingJson() {}

  /** A ruling, and when whoever made it says that it was, epoch milliseconds. */
  public record Sent(Ruling ruling, long at) {}

  /**
   * Reads a ruling.
   *
   * @param from when it begins to hold, epoch milliseconds
   */
  public static Ruling read(byte[] record, long from) throws UnreadableRecord {
    return readSent(record, from).ruling();
  }

  /** Reads a ruling of which only the topic is known, with the time that it carries. */
  public static Sent readSent(byte[] record, long from) throws UnreadableRecord {
    JsonNode object;
    try {
      object = JSON.readTree(record);
    } catch (IOException e) {
      throw RecordJson.refused(e);
    }
    if (!object.isObject()) {
      throw new UnreadableRecord("unreadable", "not a JSON object");
    }
    ChangeFields fields = new ChangeFields(object);
    Ruling ruling =
        new Ruling(
            kind(fields.required("kind")),
            number(fields.node("number")),
            from,
            content(fields),
            fields.name("by"),
            ChangeFields.line(fields.required("because")));
    return new Sent(ruling, fields.time("at"));
  }

  private static RuleKind kind(String label) throws UnreadableRecord {
    return Arrays.stream(RuleKind.values())
        .filter(kind -> kind.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new UnreadableRecord(
                    "bad-ruling",
                    "kind is '%s'; use catalogue, policy, patterns or model".formatted(label)));
  }

  private static int number(JsonNode given) throws UnreadableRecord {
    if (!given.isInt() || given.intValue() < 1) {
      throw new UnreadableRecord("bad-ruling", "number is %s; use 1 or more".formatted(given));
    }
    return given.intValue();
  }

  private static String content(ChangeFields fields) throws UnreadableRecord {
    String packed = fields.text("content_gzip");
    if (packed == null) {
      fields.required("content");
      return fields.node("content").asText(); // As it is: its lines are counted.
    }
    try (GZIPInputStream bytes =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
      byte[] content = bytes.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        throw new UnreadableRecord("bad-ruling", "content_gzip unpacks to more than 32 MiB");
      }
      return new String(content, StandardCharsets.UTF_8);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableRecord("bad-ruling", "content_gzip is no gzip in base 64");
    }
  }

  /**
   * A ruling as it is sent.
   *
   * @param at when it was made, epoch milliseconds
   */
  public static String write(Ruling ruling, long at) {
    return Json.object(
        json -> {
          json.writeStringField("kind", ruling.kind().label());
          json.writeNumberField("number", ruling.number());
          json.writeStringField("at", Json.time(at));
          json.writeStringField("by", ruling.by());
          json.writeStringField("because", ruling.because());
          if (ruling.content().length() > LONG) {
            json.writeStringField("content_gzip", packed(ruling.content()));
          } else {
            json.writeStringField("content", ruling.content());
          }
        });
  }

  private static String packed(String content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
      packing.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Base64.getEncoder().encodeToString(bytes.toByteArray());
  }
}
