package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.jobs.surge.page.Reports;
import java.io.IOException;
import org.apache.flink.api.common.functions.MapFunction;

/** Incident updates as JSON lines, in the shape of the contract. */
public final class IncidentLines implements MapFunction<Briefing, Line> {
  private static final long serialVersionUID = 1;

  private final Reports reports;
  private final boolean simulatedContacts;

  /**
   * Names each incident's page.
   *
   * @param simulatedContacts whether the support queue is generated, which is said of each lead
   */
  public IncidentLines(Reports reports, boolean simulatedContacts) {
    this.reports = reports;
    this.simulatedContacts = simulatedContacts;
  }

  @Override
  public Line map(Briefing briefing) {
    IncidentUpdate update = briefing.update();
    String order = update.incidentId() + String.format(" %09d", update.sequence());
    return new Line(update.updatedAt(), order, Json.object(json -> write(json, briefing)));
  }

  private void write(JsonGenerator json, Briefing briefing) throws IOException {
    IncidentUpdate update = briefing.update();
    json.writeStringField("incident_id", update.incidentId());
    json.writeNumberField("sequence", update.sequence());
    json.writeStringField("status", update.status().label());
    json.writeStringField("severity", update.severity().name());
    json.writeStringField("kind", update.kind().label());
    json.writeStringField("pattern", update.pattern());
    writeSubject(json, update.subject());
    if (update.source() != null) {
      json.writeStringField("source", update.source());
    }
    json.writeStringField("title", briefing.title());
    json.writeStringField("onset_at", Json.time(update.onsetAt()));
    json.writeStringField("detected_at", Json.time(update.detectedAt()));
    json.writeStringField("updated_at", Json.time(update.updatedAt()));
    writeFigures(json, update);
    BriefingJson.write(json, briefing);
    ChangesJson.write(json, briefing.suspicions());
    writeContext(json, update);
    json.writeStringField("explanation", briefing.explanation());
    json.writeStringField("policy_version", briefing.policyVersion());
    json.writeStringField("catalogue_version", briefing.catalogueVersion());
  }

  private static void writeFigures(JsonGenerator json, IncidentUpdate update) throws IOException {
    json.writeNumberField("observed", update.observed());
    json.writeNumberField("expected", Json.figure(update.expected()));
    json.writeNumberField("posts", update.posts());
    json.writeNumberField("evidence", Json.figure(update.evidence()));
    if (update.threshold() > 0) {
      json.writeNumberField("texts", Json.figure(update.texts()));
      json.writeNumberField("threshold", Json.figure(update.threshold()));
    }
  }

  private static void writeSubject(JsonGenerator json, Subject subject) throws IOException {
    json.writeObjectFieldStart("subject");
    json.writeStringField("product", subject.product());
    json.writeStringField("component", subject.component());
    json.writeStringField("region", subject.region());
    json.writeStringField("term", subject.term());
    json.writeEndObject();
  }

  private void writeLead(JsonGenerator json, Lead lead) throws IOException {
    json.writeObjectFieldStart("lead");
    json.writeStringField("first_contact_at", time(lead.firstContactAt()));
    json.writeStringField("support_onset_at", time(lead.supportOnsetAt()));
    json.writeObjectField("seconds", lead.seconds());
    json.writeStringField("status", lead.status().label());
    if (simulatedContacts) {
      json.writeBooleanField("simulated", true);
    }
    json.writeEndObject();
  }

  private static String time(Long millis) {
    return millis == null ? null : Json.time(millis);
  }

  /** What later stages fill in is there from the start, so that receivers need not ask for it. */
  private void writeContext(JsonGenerator json, IncidentUpdate update) throws IOException {
    writeLead(json, update.lead());
    json.writeObjectFieldStart("links");
    json.writeStringField("runbook", update.runbook());
    json.writeStringField("report", reports.link(update.incidentId()));
    json.writeEndObject();
    AnswersJson.write(json, update.standing());
    json.writeStringField("owner", update.owner());
  }
}
