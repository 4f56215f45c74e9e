package io.groundswell.state.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.baseline.Baseline;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.surge.Watch;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.state.saved.SubjectState;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;

/** What a savepoint knows of one subject, told to a person. */
record SubjectStory(String subject, SubjectState state) {
  private static final double HOUR = 60;

  String text() {
    StringBuilder text = new StringBuilder(subject).append(System.lineSeparator());
    Watch watch = state.watch();
    if (watch != null) {
      text.append(normal(watch.baseline)).append(last(watch));
    }
    for (Incident incident : state.incidents()) {
      text.append(incident(incident));
    }
    if (state.incidents().isEmpty()) {
      text.append(String.format("  no incident is remembered%n"));
    }
    return text.toString();
  }

  private static String normal(Baseline baseline) {
    return String.format(
        Locale.ROOT,
        "  normal: %.2f complaints an hour, lately %.2f times as many; known for %.1f hours of"
            + " weight%n",
        perHour(baseline),
        lately(baseline),
        baseline.levelExposure / HOUR);
  }

  private static double perHour(Baseline baseline) {
    return baseline.levelExposure == 0 ? 0 : HOUR * baseline.level / baseline.levelExposure;
  }

  private static double lately(Baseline baseline) {
    return baseline.fastExpected == 0 ? 1 : baseline.fast / baseline.fastExpected;
  }

  private static String last(Watch watch) {
    return String.format(
        Locale.ROOT,
        "  last bucket before %s: %d complaints, %.2f expected, evidence %.1f, %s%n",
        Instant.ofEpochMilli(watch.next),
        watch.lastObserved,
        watch.lastExpected,
        watch.lastEvidence,
        watch.lastLevel.name().toLowerCase(Locale.ROOT));
  }

  private static String incident(Incident incident) {
    return String.format(
        Locale.ROOT,
        "  incident %s: %s, %s, update %d; since %s, %.0f people where %.2f were expected%n",
        incident.id,
        incident.open() ? "open" : "over",
        incident.severity,
        incident.sequence,
        Instant.ofEpochMilli(incident.onset),
        incident.observed,
        incident.expected);
  }

  String json() {
    return Json.object(
            json -> {
              json.writeStringField("subject", subject);
              if (state.watch() != null) {
                write(json, state.watch());
              }
              json.writeArrayFieldStart("incidents");
              for (Incident incident : state.incidents()) {
                write(json, incident);
              }
              json.writeEndArray();
            })
        + System.lineSeparator();
  }

  private static void write(JsonGenerator json, Watch watch) throws IOException {
    json.writeNumberField("complaints_per_hour", perHour(watch.baseline));
    json.writeNumberField("lately", lately(watch.baseline));
    json.writeNumberField("hours_known", watch.baseline.levelExposure / HOUR);
    json.writeStringField("next", Instant.ofEpochMilli(watch.next).toString());
    json.writeNumberField("observed", watch.lastObserved);
    json.writeNumberField("expected", watch.lastExpected);
    json.writeNumberField("evidence", watch.lastEvidence);
    json.writeBooleanField("surge", watch.open);
  }

  private static void write(JsonGenerator json, Incident incident) throws IOException {
    json.writeStartObject();
    json.writeStringField("incident_id", incident.id);
    json.writeBooleanField("open", incident.open());
    json.writeStringField("severity", incident.severity.name());
    json.writeNumberField("sequence", incident.sequence);
    json.writeStringField("onset_at", Instant.ofEpochMilli(incident.onset).toString());
    json.writeNumberField("observed", incident.observed);
    json.writeNumberField("expected", incident.expected);
    json.writeEndObject();
  }
}
