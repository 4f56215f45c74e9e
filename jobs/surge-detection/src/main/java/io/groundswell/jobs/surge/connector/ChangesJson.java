package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.briefing.Suspicion;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Finding;
import io.groundswell.domain.change.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** What is thought of changes around an incident, as fields of its JSON. */
final class ChangesJson {
  private static final Map<Verdict, String> FIELDS =
      Map.of(
          Verdict.SUSPECT, "suspects",
          Verdict.POSSIBLE, "possible_changes",
          Verdict.RULED_OUT, "ruled_out",
          Verdict.REMEDY, "remedies");

  private ChangesJson() {}

  static void write(JsonGenerator json, List<Suspicion> suspicions) throws IOException {
    for (Verdict verdict : Verdict.values()) {
      List<Suspicion> own =
          suspicions.stream().filter(one -> one.finding().verdict() == verdict).toList();
      if (verdict == Verdict.SUSPECT || !own.isEmpty()) {
        json.writeArrayFieldStart(FIELDS.get(verdict));
        for (Suspicion one : own) {
          write(json, one);
        }
        json.writeEndArray();
      }
    }
  }

  private static void write(JsonGenerator json, Suspicion suspicion) throws IOException {
    Finding finding = suspicion.finding();
    Change change = finding.change();
    json.writeStartObject();
    json.writeStringField("change_id", change.id());
    json.writeStringField("at", Json.time(change.at()));
    json.writeStringField("kind", change.kind());
    json.writeStringField("product", change.product());
    json.writeStringField("component", change.component());
    json.writeStringField("summary", change.summary());
    json.writeStringField("link", change.link());
    json.writeStringField("reason", suspicion.reason());
    if (finding.verdict() == Verdict.SUSPECT || finding.verdict() == Verdict.POSSIBLE) {
      json.writeNumberField("score", finding.score());
    }
    json.writeEndObject();
  }
}
