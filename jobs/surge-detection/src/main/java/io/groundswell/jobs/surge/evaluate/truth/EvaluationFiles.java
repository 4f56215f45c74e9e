package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.connector.CsvCells;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes an evaluation into a folder: a page for people, tables and figures for programs. */
public final class EvaluationFiles {
  /** Names of the files. */
  public static final String REPORT = "report.html";

  /** See {@link #REPORT}. */
  public static final String ROWS = "rows.csv";

  /** See {@link #REPORT}. */
  public static final String INCIDENTS = "incidents.csv";

  /** See {@link #REPORT}. */
  public static final String FIGURES = "evaluation.json";

  /** All of them. */
  public static final List<String> ALL = List.of(REPORT, ROWS, INCIDENTS, FIGURES);

  private static final String ROW_HEADER =
      "id,subjects,from,until,expect,verdict,incidents,first_incident,caught_at,followed_subject,"
          + "related_posts,delay_after_onset_minutes,"
          + IntStream.rangeClosed(1, RowVerdict.MOST_POSTS)
              .mapToObj("delay_after_post_%d_minutes"::formatted)
              .collect(Collectors.joining(","))
          + ",official_at,lead_over_official_minutes,in_input,note";

  private static final String INCIDENT_HEADER =
      "incident_id,kind,subject,severity,detected_at,ended_at,rows,false_rows,unexplained_alarms,title";

  private EvaluationFiles() {}

  /** Writes them all. */
  public static void write(Path folder, Evaluation evaluation, Volumes volumes, Setup setup)
      throws IOException {
    write(folder.resolve(ROWS), rows(evaluation));
    write(folder.resolve(INCIDENTS), incidents(evaluation));
    EvaluationJson.write(folder.resolve(FIGURES), evaluation, setup);
    write(folder.resolve(REPORT), new TruthPage(evaluation, volumes, setup).html());
  }

  private static void write(Path file, String text) throws IOException {
    try (Writer out = LocalFiles.writer(file.toString())) {
      out.write(text);
    }
  }

  private static String rows(Evaluation evaluation) {
    StringBuilder csv = new StringBuilder(ROW_HEADER).append('\n');
    for (RowVerdict verdict : evaluation.rows()) {
      TruthRow row = verdict.row();
      List<String> cells = new ArrayList<>();
      cells.addAll(List.of(row.id(), row.subjectsText(), Json.time(row.from())));
      cells.addAll(List.of(Json.time(row.until()), row.expect().label()));
      cells.addAll(List.of(verdict.verdict().label(), String.valueOf(verdict.caught().size())));
      boolean none = verdict.caught().isEmpty();
      cells.add(none ? "" : verdict.caught().get(0).incident().id());
      cells.add(none ? "" : Json.time(verdict.caught().get(0).at()));
      cells.add(verdict.subject() == null ? "" : verdict.subject());
      cells.add(String.valueOf(verdict.posts()));
      cells.add(figure(verdict.afterOnset()));
      for (int n = 0; n < RowVerdict.MOST_POSTS; n++) {
        cells.add(n < verdict.afterPost().size() ? figure(verdict.afterPost().get(n)) : "");
      }
      cells.add(row.officialAt() == null ? "" : Json.time(row.officialAt()));
      cells.add(figure(verdict.lead()));
      cells.addAll(List.of(String.valueOf(verdict.inInput()), row.note()));
      csv.append(line(cells.stream()));
    }
    return csv.toString();
  }

  private static String incidents(Evaluation evaluation) {
    StringBuilder csv = new StringBuilder(INCIDENT_HEADER).append('\n');
    for (IncidentVerdict verdict : evaluation.incidents()) {
      csv.append(
          incident(
              verdict.incident(),
              String.join(";", verdict.explainedBy()),
              String.join(";", verdict.falseFor()),
              verdict.alarms().size()));
    }
    evaluation.others().forEach(incident -> csv.append(incident(incident, "", "", 0)));
    return csv.toString();
  }

  private static String incident(ToldIncident incident, String rows, String never, int alarms) {
    OptionalLong ended = incident.endedAt();
    return line(
        Stream.of(
            incident.id(),
            incident.kind(),
            incident.subject(),
            incident.severity(),
            Json.time(incident.detectedAt()),
            ended.isPresent() ? Json.time(ended.getAsLong()) : "",
            rows,
            never,
            String.valueOf(alarms),
            incident.title()));
  }

  private static String figure(OptionalDouble figure) {
    return figure.isPresent() ? figure(figure.getAsDouble()) : "";
  }

  private static String figure(double figure) {
    return Json.figure(figure).toPlainString();
  }

  private static String line(Stream<String> cells) {
    return cells.map(CsvCells::quoted).collect(Collectors.joining(",")) + '\n';
  }
}
