package io.groundswell.jobs.history.connector;

import io.groundswell.jobs.history.Uids;
import io.groundswell.jobs.history.row.InputLine;
import io.groundswell.jobs.history.table.HistoryTable;
import io.groundswell.jobs.surge.connector.ContactLines;
import io.groundswell.jobs.surge.connector.CsvTable;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.VolumeLines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;

/** The lines of a report's files, one file after the other. */
public final class ReportSource implements FlatMapFunction<Long, InputLine> {
  private static final long serialVersionUID = 1;
  private static final List<String> VOLUME = columns(VolumeLines.HEADER);
  private static final List<String> EVENT =
      columns(ContactLines.HEADER.substring(VolumeLines.HEADER.length() + 1));

  private final ReportFiles report;
  private final long readAt;

  private ReportSource(ReportFiles report, long readAt) {
    this.report = report;
    this.readAt = readAt;
  }

  private static List<String> columns(String header) {
    return List.of(header.split(",", -1));
  }

  /**
   * Adds the lines to a job.
   *
   * @param readAt what is said of when they were read, epoch milliseconds
   */
  public static DataStream<InputLine> add(
      StreamExecutionEnvironment env, ReportFiles report, long readAt) {
    return env.fromData(0L)
        .uid(Uids.READ_LINES + "-begin")
        .setParallelism(1)
        .flatMap(new ReportSource(report, readAt))
        .returns(TypeInformation.of(InputLine.class))
        .uid(Uids.READ_LINES)
        .name("Read report")
        .setParallelism(1);
  }

  @Override
  public void flatMap(Long begin, Collector<InputLine> out) throws IOException {
    for (Map.Entry<HistoryTable, String> file : report.files().entrySet()) {
      String path = file.getValue();
      if (path.endsWith(".csv")) {
        readTable(file.getKey(), path, out);
      } else {
        readLines(file.getKey(), path, out);
      }
    }
  }

  private void readLines(HistoryTable table, String path, Collector<InputLine> out)
      throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(Path.of(path))) {
      long number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        out.collect(new InputLine(table, path + ":" + number, number, readAt, line));
      }
    }
  }

  private void readTable(HistoryTable table, String path, Collector<InputLine> out)
      throws IOException {
    List<String> events = table == HistoryTable.CONTACT_VOLUMES ? EVENT : List.of();
    try (CsvTable csv = CsvTable.open(path, VOLUME, events)) {
      long number = 1;
      for (CsvTable.Row row = csv.next(); row != null; row = csv.next()) {
        number++;
        String text = object(row, events);
        out.collect(new InputLine(table, path + ":" + number, number, readAt, text));
      }
    }
  }

  private static String object(CsvTable.Row row, List<String> events) {
    return Json.object(
        json -> {
          json.writeStringField("subject", row.cell("subject"));
          json.writeStringField("bucket_start", row.cell("bucket_start"));
          json.writeStringField("level", row.cell("level"));
          for (String figure : List.of("observed", "posts", "expected", "evidence")) {
            json.writeFieldName(figure);
            json.writeNumber(row.cell(figure));
          }
          for (String event : events) {
            json.writeStringField(event, row.cell(event).isEmpty() ? null : row.cell(event));
          }
        });
  }
}
