package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bluesky's annotations of a text by offsets into its UTF-8 bytes. Clients shorten links in the
 * text, and may leave out the signs of hashtags and mentions: both are put back. Offsets that lie
 * outside of the text, within a character or within another annotation say nothing.
 */
final class Facets {
  private static final Comparator<Facet> BY_PLACE =
      Comparator.comparingInt(Facet::start).thenComparingInt(Facet::end);

  private Facets() {}

  private record Facet(int start, int end, JsonNode features) {}

  static String restore(String text, JsonNode facets) {
    if (facets.isEmpty()) {
      return text;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (Facet facet : sound(facets, bytes)) {
      if (facet.start >= copied) {
        out.append(utf8(bytes, copied, facet.start));
        out.append(meant(utf8(bytes, facet.start, facet.end), facet.features));
        copied = facet.end;
      }
    }
    return copied == 0 ? text : out.append(utf8(bytes, copied, bytes.length)).toString();
  }

  private static List<Facet> sound(JsonNode facets, byte[] bytes) {
    List<Facet> sound = new ArrayList<>();
    for (JsonNode facet : facets) {
      Long start = Fields.count(facet.path("index").path("byteStart"));
      Long end = Fields.count(facet.path("index").path("byteEnd"));
      if (start != null
          && end != null
          && start < end
          && end <= bytes.length
          && isBoundary(bytes, start.intValue())
          && isBoundary(bytes, end.intValue())) {
        sound.add(new Facet(start.intValue(), end.intValue(), facet.path("features")));
      }
    }
    sound.sort(BY_PLACE);
    return sound;
  }

  private static boolean isBoundary(byte[] bytes, int at) {
    return at == bytes.length || (bytes[at] & 0xC0) != 0x80;
  }

  private static String utf8(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static String meant(String written, JsonNode features) {
    for (JsonNode feature : features) {
      String type = Fields.text(feature.path("$type"));
      String kind = type == null ? "" : type.substring(type.indexOf('#') + 1);
      String meant =
          switch (kind) {
            case "link" -> Links.whole(written, feature.path("uri").textValue());
            case "tag" -> signed('#', written);
            case "mention" -> signed('@', written);
            default -> null;
          };
      if (meant != null) {
        return meant;
      }
    }
    return written;
  }

  private static @Nullable String signed(char sign, String written) {
    boolean wide = sign == '#' && written.indexOf('＃') == 0;
    boolean signed = wide || written.indexOf(sign) == 0;
    return signed ? written : sign + written;
  }
}
