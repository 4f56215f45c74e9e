package io.groundswell.jobs.surge.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.surge.demo.Story.Surge;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An update of an incident, held against the story, which the job does not know.
 *
 * @param update as the job wrote it
 */
record Warning(JsonNode update) {

  String incident() {
    return text("incident_id");
  }

  String status() {
    return text("status");
  }

  String severity() {
    return text("severity");
  }

  String title() {
    return text("title");
  }

  /** What surges, without the figures that its title goes on with. */
  String name() {
    String title = title();
    int colon = title.indexOf(':');
    return colon < 0 ? title : title.substring(0, colon);
  }

  long detectedAt() {
    return time("detected_at");
  }

  long updatedAt() {
    return time("updated_at");
  }

  /** Whether people are told: other kinds of incidents are only recorded. */
  boolean pages() {
    return "surge".equals(text("kind"));
  }

  /** What breaks in the story where this warns; empty for a false alarm. */
  Optional<Surge> cause(Story story) {
    JsonNode subject = update.path("subject");
    long at = detectedAt();
    return story.surges().stream()
        .filter(surge -> at > surge.from() && at <= surge.until() + 60 * Story.MINUTE)
        .filter(
            surge ->
                surge.product().equals(subject.path("product").asText())
                    || (subject.path("product").isNull()
                        && surge.regions().contains(subject.path("region").asText())))
        .findFirst();
  }

  /** How long before the support queue the job says it was, milliseconds; negative for after it. */
  OptionalLong lead() {
    JsonNode lead = update.path("lead");
    String status = lead.path("status").asText();
    boolean known = "ahead".equals(status) || "behind".equals(status);
    return known && lead.path("seconds").isNumber()
        ? OptionalLong.of(lead.path("seconds").asLong() * 1000)
        : OptionalLong.empty();
  }

  private long time(String field) {
    return Instant.parse(text(field)).toEpochMilli();
  }

  private String text(String field) {
    return update.path(field).asText();
  }
}
