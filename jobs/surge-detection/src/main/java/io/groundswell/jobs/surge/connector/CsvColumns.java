package io.groundswell.jobs.surge.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which column of a CSV holds which field of a post. */
public final class CsvColumns {
  /** Fields that a column may be mapped to. */
  public static final List<String> FIELDS =
      List.of(
          "id",
          "source",
          "created_at",
          "text",
          "lang",
          "author.id",
          "author.handle",
          "author.location",
          "author.followers",
          "author.automated",
          "geo.country",
          "geo.region",
          "geo.lat",
          "geo.lon",
          "tags",
          "repost_of",
          "in_reply_to",
          "url",
          "deleted");

  private static final List<String> REQUIRED = List.of("id", "created_at", "text");

  private CsvColumns() {}

  /**
   * Field to position. Columns named like a field need no mapping.
   *
   * @throws BadInput where a mapped column, or one that every post needs, is not in the header
   */
  static Map<String, Integer> places(Map<String, String> columns, List<String> header) {
    Map<String, Integer> places = new LinkedHashMap<>();
    for (String field : FIELDS) {
      int place = header.indexOf(columns.getOrDefault(field, field));
      if (place >= 0) {
        places.put(field, place);
      } else if (columns.containsKey(field)) {
        throw new BadInput(
            "--columns: there is no column '%s' for %s; the header has %s"
                .formatted(columns.get(field), field, String.join(", ", header)));
      }
    }
    for (String field : REQUIRED) {
      if (!places.containsKey(field)) {
        throw new BadInput(
            "--columns: which column holds %s? Write --columns %s=COLUMN; the header has %s"
                .formatted(field, field, String.join(", ", header)));
      }
    }
    return places;
  }
}
