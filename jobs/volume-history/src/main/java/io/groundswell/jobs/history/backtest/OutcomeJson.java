package io.groundswell.jobs.history.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A backtest for machines. */
public final class OutcomeJson {
  private OutcomeJson() {}

  /** One JSON object. */
  public static String of(Outcome outcome) {
    KeptHistory history = outcome.history();
    return Json.object(
        json -> {
          json.writeStringField("from", history.period().first().toString());
          json.writeStringField("to", history.period().last().toString());
          Snapshot start = history.start();
          json.writeStringField("snapshot", start == null ? null : Json.time(start.from()));
          json.writeNumberField("kept_posts", history.count());
          json.writeNumberField("counted_by_other_rules", outcome.otherwise());
          json.writeNumberField("raised_live", outcome.raisedLive());
          json.writeNumberField("told_again", outcome.toldAgain());
          json.writeArrayFieldStart("candidates");
          for (Comparison one : outcome.comparisons()) {
            write(json, one);
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Comparison one) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", one.name());
    json.writeNumberField("incidents", one.raised().size());
    for (Change.Kind kind : Change.Kind.values()) {
      json.writeNumberField(label(kind), one.count(kind));
    }
    json.writeNumberField("incidents_per_week", Json.figure(one.incidentsPerWeek()));
    json.writeNumberField("pages_per_week", Json.figure(one.pagesPerWeek()));
    json.writeNumberField("called_false_per_week", Json.figure(one.calledFalsePerWeek()));
    figure(json, "unexplained_per_week", one.unexplained());
    figure(json, "median_lead_minutes", one.medianLead());
    json.writeArrayFieldStart("changes");
    for (Change change : one.changes()) {
      if (change.kind() != Change.Kind.SAME) {
        write(json, change);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, Change change) throws IOException {
    json.writeStartObject();
    json.writeStringField("change", label(change.kind()));
    json.writeNumberField("minutes_later", Json.figure(change.minutesLater()));
    write(json, "before", change.before());
    write(json, "after", change.after());
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, String field, @Nullable Raised incident)
      throws IOException {
    if (incident == null) {
      json.writeNullField(field);
      return;
    }
    json.writeObjectFieldStart(field);
    json.writeStringField("incident_id", incident.id());
    json.writeStringField("kind", incident.kind());
    json.writeStringField("subject", incident.subject());
    json.writeStringField("title", incident.title());
    json.writeStringField("detected_at", Json.time(incident.detectedAt()));
    Long overAt = incident.overAt();
    json.writeStringField("over_at", overAt == null ? null : Json.time(overAt));
    json.writeStringField("severity", incident.severity());
    json.writeObjectField("lead_seconds", incident.leadSeconds());
    json.writeEndObject();
  }

  private static void figure(JsonGenerator json, String field, OptionalDouble value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(field, Json.figure(value.getAsDouble()));
    } else {
      json.writeNullField(field);
    }
  }

  private static String label(Change.Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
