package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Writes JSON objects on one line, with the contract's times and figures. */
public final class Json {
  private static final JsonFactory JSON = new JsonFactory();
  private static final MathContext DIGITS = new MathContext(6);

  /** Half a character: JSON can escape it, as senders do, but no encoding can write it. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private Json() {}

  /** One object on one line. */
  public static String object(Body body) {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      body.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String line = text.toString();
    return line.chars().anyMatch(c -> Character.isSurrogate((char) c))
        ? HALF.matcher(line).replaceAll(Json::escaped)
        : line;
  }

  private static String escaped(MatchResult half) {
    return String.format("\\\\u%04x", (int) half.group().charAt(0));
  }

  /** A time in RFC 3339. */
  public static String time(long millis) {
    return Instant.ofEpochMilli(millis).toString();
  }

  /** A figure with the six digits that matter. */
  public static BigDecimal figure(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** The fields of an object. */
  @FunctionalInterface
  public interface Body {
    /** Writes them. */
    void write(JsonGenerator json) throws IOException;
  }
}
