package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/** Writes a result into a folder: a page for people, tables and figures for programs. */
public final class StudyFiles {
  /** Name of the page. */
  public static final String REPORT = "report.html";

  private static final String CURVES = "curves.csv";
  private static final String CALM = "calm.csv";
  private static final String SHARED = "shared.csv";
  private static final String CHANGES = "changes.csv";
  private static final String JSON = "study.json";

  /** Names of all files. */
  public static final List<String> ALL = List.of(REPORT, CALM, CURVES, SHARED, CHANGES, JSON);

  private StudyFiles() {}

  /** Writes them all. */
  public static void write(Path folder, StudyResult result) throws IOException {
    write(folder.resolve(CALM), StudyCsv.calm(result.calm()));
    write(folder.resolve(CURVES), StudyCsv.curves(result));
    write(folder.resolve(SHARED), StudyCsv.calm(result.shared().alarms()));
    write(folder.resolve(CHANGES), StudyCsv.changes(result.changes()));
    write(folder.resolve(JSON), List.of(StudyJson.text(result)));
    write(folder.resolve(REPORT), List.of(new StudyPage(result).html()));
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (Writer writer = LocalFiles.writer(file.toString())) {
      for (String line : lines) {
        writer.write(line + "\n");
      }
    }
  }
}
