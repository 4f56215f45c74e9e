package io.groundswell.jobs.notification.connector;

import io.groundswell.jobs.notification.report.Records;
import io.groundswell.jobs.notification.report.Totals;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.RecordCutter;
import io.groundswell.jobs.surge.connector.RecordFile;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a report is made of, from files of JSON lines. */
public final class ReportFiles {
  private ReportFiles() {}

  /**
   * Reads files.
   *
   * @param paths plain or gzip; {@code -} is standard input
   * @param totals what a summary says, or null
   * @throws BadInput with file and line, where a record is not what it should be
   */
  public static Records read(Map<ReportInput, String> paths, @Nullable Totals totals)
      throws IOException {
    LocalFiles.requireOneReader(List.copyOf(paths.values()));
    ReportIntake intake = new ReportIntake();
    for (Map.Entry<ReportInput, String> path : paths.entrySet()) {
      String option = "--" + path.getKey().name().toLowerCase(Locale.ROOT);
      LocalFiles.requireReadable(option, path.getValue());
      intake.open(path.getKey());
      try (RecordCutter cutter = new RecordFile(path.getValue(), false)) {
        for (RawRecord record = cutter.next(); record != null; record = cutter.next()) {
          take(intake, path.getKey(), option, record);
        }
      }
    }
    return intake.records(totals, List.of());
  }

  private static void take(
      ReportIntake intake, ReportInput input, String option, RawRecord record) {
    try {
      String line = new String(record.bytes(), StandardCharsets.UTF_8);
      intake.take(input, line, RawRecord.NO_TIME);
    } catch (UnreadableRecord e) {
      throw new BadInput(
          "%s: %s; is this the file for %s?".formatted(record.where(), e.getMessage(), option));
    }
  }
}
