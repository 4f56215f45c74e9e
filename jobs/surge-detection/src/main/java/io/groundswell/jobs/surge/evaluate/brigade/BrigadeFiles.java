package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.jobs.surge.connector.CsvCells;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what came of brigades into a folder: a page for people, tables and figures for programs.
 */
public final class BrigadeFiles {
  /** Name of the page. */
  public static final String REPORT = "report.html";

  private static final String TRIALS = "trials.csv";
  private static final String JSON = "brigades.json";

  /** Names of all files. */
  public static final List<String> ALL = List.of(REPORT, TRIALS, JSON);

  private static final String HEADER =
      "product,who,template,scripted,people,minutes,seed,from,opened_at,opened_after_minutes,"
          + "campaign_at";

  private BrigadeFiles() {}

  /** Writes them all. */
  public static void write(Path folder, BrigadeResult result) throws IOException {
    write(folder.resolve(TRIALS), trials(result));
    write(folder.resolve(JSON), List.of(BrigadeJson.text(result)));
    write(folder.resolve(REPORT), List.of(new BrigadePage(result).html()));
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (Writer out = LocalFiles.writer(file.toString())) {
      for (String line : lines) {
        out.write(line + "\n");
      }
    }
  }

  private static List<String> trials(BrigadeResult result) {
    List<String> lines = new ArrayList<>(List.of(HEADER));
    result.outcomes().forEach(outcome -> lines.add(line(outcome)));
    return lines;
  }

  private static String line(Outcome outcome) {
    Trial trial = outcome.trial();
    OptionalLong minutes = outcome.minutes();
    return Stream.of(
            trial.product(),
            trial.control() ? "" : trial.what(),
            trial.kind() == null ? "" : trial.template(),
            trial.scripted(),
            trial.people(),
            trial.length().toMinutes(),
            trial.seed(),
            trial.from(),
            outcome.opened() ? Json.time(outcome.surges().get(0)) : "",
            minutes.isPresent() ? minutes.getAsLong() : "",
            outcome.recorded() ? Json.time(outcome.campaigns().get(0)) : "")
        .map(cell -> CsvCells.quoted(String.valueOf(cell)))
        .collect(Collectors.joining(","));
  }

  /** The curves of one length, people last. */
  static List<BrigadeRow> rows(BrigadeResult result, Duration length) {
    List<BrigadeRow> rows = new ArrayList<>(result.brigades(length));
    rows.add(result.people(length));
    return rows;
  }
}
