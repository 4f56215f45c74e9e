package io.groundswell.state.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.state.check.Check;
import io.groundswell.state.check.Finding;
import io.groundswell.state.check.Finding.Verdict;
import io.groundswell.state.step.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** What a check has found, for people and for programs. */
record CheckReport(Path savepoint, Check check) {

  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%s: version %s, for version %s%n",
            savepoint, check.origin().version(), check.target()));
    text.append(
        String.format(
            Locale.ROOT,
            "  %d states are read as they are, %d are adapted by Flink as it reads them%n",
            count(Verdict.AS_IS),
            count(Verdict.ADAPTED)));
    check.findings().stream()
        .filter(finding -> finding.verdict().compareTo(Verdict.NEW) >= 0)
        .forEach(finding -> text.append(line(finding)));
    if (check.answer() != Check.Answer.RESTORES) {
      steps(text);
    }
    return text.append(conclusion()).append(System.lineSeparator()).toString();
  }

  private long count(Verdict verdict) {
    return check.findings().stream().filter(finding -> finding.verdict() == verdict).count();
  }

  private static String line(Finding finding) {
    return String.format(
        "  %-12s %s: %s%n", finding.verdict().label(), name(finding), finding.words());
  }

  private static String name(Finding finding) {
    return finding.state() == null
        ? finding.operator()
        : finding.operator() + "/" + finding.state();
  }

  private void steps(StringBuilder text) {
    for (Step step : check.steps()) {
      for (String says : step.says()) {
        text.append(String.format("  %s -> %s: %s%n", step.from(), step.to(), says));
      }
    }
    if (!check.steps().isEmpty()) {
      check
          .migrated()
          .forEach(
              left ->
                  text.append("  even then ")
                      .append(line(left).strip())
                      .append(System.lineSeparator()));
    }
  }

  private String conclusion() {
    return switch (check.answer()) {
      case RESTORES -> "The job goes on from it.";
      case MIGRATE_FIRST ->
          "The job goes on from it after: groundswell state migrate %s --to DIR"
              .formatted(savepoint);
      case REFUSED -> "The job does not go on from it; leave the one running that does.";
    };
  }

  String json() {
    return Json.object(
            json -> {
              json.writeStringField("savepoint", savepoint.toString());
              json.writeStringField("version", check.origin().version());
              json.writeStringField("against", check.target());
              json.writeStringField("answer", check.answer().name().toLowerCase(Locale.ROOT));
              json.writeArrayFieldStart("states");
              for (Finding finding : check.findings()) {
                write(json, finding);
              }
              json.writeEndArray();
              json.writeArrayFieldStart("steps");
              for (Step step : check.steps()) {
                json.writeString(step.from() + " -> " + step.to());
              }
              json.writeEndArray();
            })
        + System.lineSeparator();
  }

  private static void write(JsonGenerator json, Finding finding) throws IOException {
    json.writeStartObject();
    json.writeStringField("operator", finding.operator());
    if (finding.state() != null) {
      json.writeStringField("state", finding.state());
    }
    json.writeStringField("verdict", finding.verdict().label());
    json.writeStringField("words", finding.words());
    json.writeEndObject();
  }
}
