package io.groundswell.jobs.notification.report;

import io.groundswell.jobs.notification.connector.ReportFiles;
import io.groundswell.jobs.notification.connector.ReportInput;
import io.groundswell.jobs.notification.connector.SummaryFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The records of an invented week, 2026-W10, beside this class; small enough to be counted by hand.
 */
public final class Given {
  private static final Map<ReportInput, String> NAMES =
      new EnumMap<>(
          Map.of(
              ReportInput.INCIDENTS, "incidents.ndjson",
              ReportInput.DELIVERIES, "deliveries.ndjson",
              ReportInput.VERDICTS, "verdicts.ndjson",
              ReportInput.MUTES, "mutes.ndjson",
              ReportInput.LEADS, "lead-ledger.ndjson",
              ReportInput.LEDGER, "ledger.ndjson"));

  private Given() {}

  /** A file of the week. */
  public static Path file(String name) {
    try {
      return Path.of(Objects.requireNonNull(Given.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  /** A file of the week. */
  public static Path file(ReportInput input) {
    return file(Objects.requireNonNull(NAMES.get(input)));
  }

  /** All of the week. */
  public static Records all() throws IOException {
    return records(ReportInput.values());
  }

  /** Some of the week. */
  public static Records records(ReportInput... inputs) throws IOException {
    Map<ReportInput, String> files = new EnumMap<>(ReportInput.class);
    for (ReportInput input : inputs) {
      files.put(input, file(input).toString());
    }
    return ReportFiles.read(files, SummaryFile.read(file("summary.json")));
  }
}
