package io.groundswell.jobs.surge.evaluate.study;

import io.groundswell.jobs.surge.evaluate.PoissonInterval;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The result as CSV. An empty delay means that too many surges were missed to have one. */
public final class StudyCsv {
  private StudyCsv() {}

  /** Lines of {@code calm.csv} and {@code shared.csv}. */
  public static List<String> calm(List<CalmRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "threshold,rate_per_minute,period,subject_weeks,stated,observed,"
            + "observed_over_stated,low_95,high_95");
    for (CalmRow row : rows) {
      PoissonInterval interval = row.interval();
      lines.add(
          String.join(
              ",",
              Figures.plain(row.threshold()),
              row.ofAllClasses() ? "all" : Figures.plain(row.rate()),
              row.period().label(),
              number(row.weeks()),
              number(row.stated()),
              String.valueOf(row.observed()),
              number(row.ratio()),
              number(interval.low()),
              number(interval.high())));
    }
    return lines;
  }

  /** Lines of {@code curves.csv}. */
  public static List<String> curves(StudyResult result) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "budget,detector,rate_per_minute,surge,threshold,surges,"
            + "median_minutes,p90_minutes,missed");
    Stream.concat(result.delays().stream(), result.shared().delays().stream())
        .map(StudyCsv::line)
        .forEach(lines::add);
    return lines;
  }

  /** Lines of {@code changes.csv}. */
  public static List<String> changes(List<ChangeRow> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "every_days,rate_per_minute,subject_weeks,stated,without,with,surges,"
            + "median_without,median_with,p90_without,p90_with");
    for (ChangeRow row : rows) {
      lines.add(
          String.join(
              ",",
              Figures.plain(row.everyDays()),
              row.ofAllClasses() ? "all" : Figures.plain(row.rate()),
              number(row.weeks()),
              number(row.stated()),
              String.valueOf(row.without()),
              String.valueOf(row.with()),
              String.valueOf(row.surges()),
              number(row.medianWithout()),
              number(row.medianWith()),
              number(row.p90Without()),
              number(row.p90With())));
    }
    return lines;
  }

  private static String line(DelayRow row) {
    return String.join(
        ",",
        row.budget(),
        row.detector(),
        Figures.plain(row.rate()),
        row.surge(),
        number(row.threshold()),
        String.valueOf(row.surges()),
        number(row.median()),
        number(row.p90()),
        number(row.missed()));
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Figures.plain(value) : "";
  }
}
