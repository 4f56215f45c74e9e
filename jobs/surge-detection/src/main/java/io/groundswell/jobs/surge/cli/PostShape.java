package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.CsvColumns;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.PostFiles;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.format.Format;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** How posts are read. */
public final class PostShape {
  private static final String DEFAULT = "post";
  private static final String CSV = "csv";

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = DEFAULT,
      description =
          "post (JSON lines, the default), csv, or as a network delivers them, a record a line: x,"
              + " bluesky, mastodon, reddit.")
  private String format = DEFAULT;

  @Option(
      names = "--columns",
      paramLabel = "FIELD=COLUMN,…",
      description = "For csv: which column holds which field: id=ticket,created_at=when,text=body.")
  private String columns = "";

  @Option(
      names = "--as-of",
      paramLabel = "TIME",
      description =
          "The reader's clock (RFC 3339); posts more than 5 minutes ahead of it are refused."
              + " Default: the moment the command starts.")
  private String asOf = "";

  /**
   * The files of posts.
   *
   * @param option what named them
   * @param posts their paths
   * @throws BadInput where one cannot be read
   */
  public PostFiles files(String option, List<String> posts) {
    for (String path : posts) {
      LocalFiles.requireReadable(option, path);
    }
    boolean csv = CSV.equals(format);
    if (!csv) {
      known();
    }
    if (!csv && !columns.isEmpty()) {
      throw new UsageError("--columns goes with --format csv");
    }
    return new PostFiles(List.copyOf(posts), csv, mapping());
  }

  private Format known() {
    if (!Format.LABELS.contains(format)) {
      List<String> known = Stream.concat(Format.LABELS.stream(), Stream.of(CSV)).toList();
      throw new UsageError(
          "--format: '" + format + "' is not known; " + Nearest.hint(format, known));
    }
    return Format.valueOf(format.toUpperCase(Locale.ROOT));
  }

  /** Whether any of it was asked for. */
  public boolean given() {
    return !DEFAULT.equals(format) || !columns.isEmpty() || !asOf.isEmpty();
  }

  /**
   * The reader.
   *
   * @param start its clock where none is given, epoch milliseconds
   */
  public Reading reading(long start) {
    try {
      long now = asOf.isEmpty() ? start : OffsetDateTime.parse(asOf).toInstant().toEpochMilli();
      return new Reading(CSV.equals(format) ? Format.POST.posts() : known().posts(), now);
    } catch (DateTimeException e) {
      throw new UsageError(
          "--as-of: '" + asOf + "' is no RFC 3339 time; write it like 2019-05-04T01:30:00Z");
    }
  }

  private Map<String, String> mapping() {
    Map<String, String> mapping = new LinkedHashMap<>();
    for (String pair : columns.isEmpty() ? new String[0] : columns.split(",", -1)) {
      int equals = pair.indexOf('=');
      String field = equals < 0 ? pair : pair.substring(0, equals).strip();
      if (equals < 0 || !CsvColumns.FIELDS.contains(field)) {
        throw new UsageError(
            "--columns: '%s' is not FIELD=COLUMN with a field of %s"
                .formatted(pair, String.join(", ", CsvColumns.FIELDS)));
      }
      mapping.put(field, pair.substring(equals + 1).strip());
    }
    return mapping;
  }
}
