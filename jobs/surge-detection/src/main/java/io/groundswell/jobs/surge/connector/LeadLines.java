package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.lead.Warned;
import java.io.IOException;
import org.apache.flink.api.common.functions.MapFunction;
import org.jspecify.annotations.Nullable;

/** Rows of the lead ledger as JSON lines, each in the place of its key. */
public final class LeadLines implements MapFunction<LeadEntry, Line> {
  private static final long serialVersionUID = 1;

  private final boolean simulated;

  /**
   * Writes rows.
   *
   * @param simulated whether the support queue is generated, which each row then says
   */
  public LeadLines(boolean simulated) {
    this.simulated = simulated;
  }

  @Override
  public Line map(LeadEntry row) {
    return new Line(row.at(), row.key(), Json.object(json -> write(json, row)));
  }

  private void write(JsonGenerator json, LeadEntry row) throws IOException {
    LeadStatus lead = row.lead();
    Warned warned = row.warned();
    json.writeStringField("key", row.key());
    if (lead != null) {
      writeIncident(json, row, lead);
    } else if (warned != null) {
      writeQueue(json, row, warned);
    }
    json.writeBooleanField("simulated", simulated);
    json.writeStringField("updated_at", Json.time(row.updatedAt()));
  }

  private static void writeIncident(JsonGenerator json, LeadEntry row, LeadStatus lead)
      throws IOException {
    json.writeStringField("row", "incident");
    json.writeStringField("incident_id", row.incidentId());
    json.writeStringField("subject", row.about());
    json.writeStringField("detected_at", Json.time(row.at()));
    json.writeStringField("resolved_at", time(row.overAt()));
    json.writeStringField("status", lead.label());
    json.writeStringField("support_onset_at", time(row.supportOnsetAt()));
    json.writeObjectField("seconds", row.seconds());
    json.writeStringField("first_contact_at", time(row.firstContactAt()));
    json.writeNumberField("contacts_after", row.contactsAfter());
  }

  private static void writeQueue(JsonGenerator json, LeadEntry row, Warned warned)
      throws IOException {
    json.writeStringField("row", "queue");
    json.writeStringField("cause", row.about());
    json.writeStringField("onset_at", Json.time(row.at()));
    json.writeStringField("over_at", time(row.overAt()));
    json.writeStringField("status", warned.label());
    json.writeStringField("incident_id", row.incidentId());
  }

  private static @Nullable String time(@Nullable Long millis) {
    return millis == null ? null : Json.time(millis);
  }
}
