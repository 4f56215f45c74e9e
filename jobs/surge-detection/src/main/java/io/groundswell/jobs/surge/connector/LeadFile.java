package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.lead.Warned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads a lead ledger back. */
public final class LeadFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private LeadFile() {}

  /** The rows of a file that {@link LeadLines} wrote. */
  public static List<LeadEntry> read(Path file) throws IOException {
    List<LeadEntry> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(row(JSON.readTree(line)));
    }
    return rows;
  }

  /**
   * One row.
   *
   * @throws DateTimeException where a time is missing or none
   * @throws IllegalArgumentException where its status is none
   */
  public static LeadEntry row(JsonNode row) {
    return "queue".equals(text(row, "row")) ? queue(row) : incident(row);
  }

  private static LeadEntry incident(JsonNode row) {
    long detectedAt = time(row, "detected_at");
    return new LeadEntry(
        text(row, "incident_id"),
        text(row, "subject"),
        detectedAt,
        timeOrNull(row, "resolved_at"),
        LeadStatus.valueOf(constant(row)),
        null,
        timeOrNull(row, "support_onset_at"),
        timeOrNull(row, "first_contact_at"),
        row.path("contacts_after").asLong(),
        detectedAt,
        time(row, "updated_at"));
  }

  private static LeadEntry queue(JsonNode row) {
    return new LeadEntry(
        row.path("incident_id").isNull() ? null : text(row, "incident_id"),
        text(row, "cause"),
        time(row, "onset_at"),
        timeOrNull(row, "over_at"),
        null,
        Warned.valueOf(constant(row)),
        null,
        null,
        0,
        0,
        time(row, "updated_at"));
  }

  private static String constant(JsonNode row) {
    return text(row, "status").toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private static @Nullable Long timeOrNull(JsonNode row, String field) {
    return row.path(field).isNull() ? null : (Long) time(row, field);
  }

  private static long time(JsonNode row, String field) {
    return Instant.parse(text(row, field)).toEpochMilli();
  }

  private static String text(JsonNode row, String field) {
    return row.path(field).asText();
  }
}
