package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.post.Hash64;

/**
 * Change events as they are sent to PagerDuty's Events API v2. They have no id, so the record's
 * hash is one, unless {@code custom_details} has another; and what they were made to stands in
 * {@code custom_details} or is the {@code source}.
 */
final class PagerDutyChanges {
  private static final String DETAILS = "payload.custom_details.";
  private static final String TIMESTAMP = "payload.timestamp";

  private PagerDutyChanges() {}

  static ChangeEvent read(ChangeFields fields, byte[] record, long arrival)
      throws UnreadableRecord {
    if (fields.hint("event_action") != null) {
      throw new UnreadableRecord(
          "not-a-change", "an alert of PagerDuty (it has event_action), not a change event");
    }
    String summary = fields.required("payload.summary");
    String id = fields.hint(DETAILS + "id");
    String product = fields.hint(DETAILS + "product", DETAILS + "service");
    return new ChangeEvent(
        id == null ? "pagerduty-%016x".formatted(Hash64.of(record)) : id,
        at(fields, arrival),
        ChangeFields.kind(fields.hint(DETAILS + "kind")),
        product == null ? fields.name("payload.source") : product,
        fields.hint(DETAILS + "component"),
        fields.regions(DETAILS + "regions"),
        fields.hint(DETAILS + "environment"),
        ChangeFields.line(ChangeFields.masked(summary)),
        new ChangeFields(fields.node("links").path(0)).link("href"));
  }

  private static long at(ChangeFields fields, long arrival) throws UnreadableRecord {
    boolean arrived = arrival != RawRecord.NO_TIME;
    return arrived && fields.hint(TIMESTAMP) == null ? arrival : fields.time(TIMESTAMP);
  }
}
