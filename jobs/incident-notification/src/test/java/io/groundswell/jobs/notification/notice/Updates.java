package io.groundswell.jobs.notification.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Updates of incidents, as the main job writes them. */
public final class Updates {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode json = JSON.createObjectNode();

  private Updates() {}

  /** An update of an incident about a product, {@code shop} being about {@code shop/checkout}. */
  public static Updates of(String incident, int sequence, String status, String severity) {
    Updates update = new Updates();
    String at = at(sequence);
    update.json.put("incident_id", incident);
    update.json.put("sequence", sequence);
    update.json.put("status", status);
    update.json.put("severity", severity);
    update.json.put("kind", "surge");
    update.json.put("pattern", "sudden");
    ObjectNode subject = update.json.putObject("subject");
    subject.put("product", incident);
    subject.put("component", "checkout");
    subject.putNull("region");
    subject.putNull("term");
    update.json.put("title", incident + ", Checkout: people report \"card charged\"");
    update.json.put("onset_at", "2026-03-06T13:20:00Z");
    update.json.put("detected_at", "2026-03-06T13:22:00Z");
    update.json.put("updated_at", at);
    update.json.put("observed", 10);
    update.json.put("expected", 0.159303);
    update.json.put("posts", 11);
    update.json.put("owner", "team-" + incident);
    update.json.put("explanation", "Ten people where 0.16 are normal.");
    return update;
  }

  /** When an update of that number is so. */
  public static String at(int sequence) {
    return Instant.ofEpochSecond(1_772_800_000L + sequence * 60L).toString();
  }

  /** With another field; one that is there already is replaced. */
  public Updates with(String field, String value) {
    json.put(field, value);
    return this;
  }

  /** Held back by a mute. */
  public Updates mutedUntil(long until) {
    ObjectNode mute = json.putObject("muted_by");
    mute.put("id", "m1");
    mute.put("until", Instant.ofEpochMilli(until).toString());
    mute.put("because", "planned work");
    mute.put("by", "ann");
    return this;
  }

  /** In a region. */
  public Updates in(String region) {
    json.withObject("/blast_radius")
        .withArray("regions")
        .addObject()
        .put("id", region)
        .put("name", region);
    return this;
  }

  /** As one line. */
  public String json() {
    return json.toString();
  }

  /** As the notice that it is. */
  public Notice notice() throws UnreadableNotice {
    return NoticeJson.read(json());
  }
}
