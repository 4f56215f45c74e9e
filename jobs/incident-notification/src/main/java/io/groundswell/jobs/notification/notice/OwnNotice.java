package io.groundswell.jobs.notification.notice;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** A notice that tells of no incident but of notification itself, in the shape of an update. */
public final class OwnNotice {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MUTE = "mute:";

  private final ObjectNode json = JSON.createObjectNode();

  /**
   * A notice.
   *
   * @param id what tells it from others, and from incidents
   * @param sequence 1, 2, 3 … under the same id
   * @param status such as {@code opened}
   * @param severity such as {@code SEV4}
   * @param at when this is so, epoch milliseconds
   */
  public OwnNotice(String id, int sequence, String status, String severity, long at) {
    json.put("incident_id", id);
    json.put("sequence", sequence);
    json.put("status", status);
    json.put("severity", severity);
    json.put("kind", "surge");
    for (String time : List.of("onset_at", "detected_at", "updated_at")) {
      json.put(time, Instant.ofEpochMilli(at).toString());
    }
  }

  /** What it says. */
  public OwnNotice says(String product, String title, String explanation) {
    json.putObject("subject").put("product", product);
    json.put("title", title);
    json.put("explanation", explanation);
    return this;
  }

  /** It tries a route, nothing has happened. */
  public OwnNotice asTest() {
    json.put("test", true);
    return this;
  }

  /** It lists what a mute has held back. */
  OwnNotice heldBack(Notice notice) {
    json.withArray("held_back")
        .addObject()
        .put("incident_id", notice.incidentId())
        .put("severity", notice.severity().name())
        .put("detected_at", Instant.ofEpochMilli(notice.detectedAt()).toString())
        .put("title", notice.title())
        .put("report", notice.report());
    return this;
  }

  /** The list of what a mute has held back, told at its end. */
  public static Notice endOf(Notice.Mute mute, List<Notice> held) {
    // Later lists of a mute that recurs are later updates.
    int sequence = (int) (mute.until() / 1_000);
    OwnNotice list = new OwnNotice(MUTE + mute.id(), sequence, "resolved", "SEV4", mute.until());
    held.forEach(list::heldBack);
    String title =
        "The mute \"%s\" is over; it held back %d %s"
            .formatted(mute.because(), held.size(), held.size() == 1 ? "page" : "pages");
    return list.says(held.get(0).subjectKey(), title, "Muted by " + mute.by() + ".").notice();
  }

  /** Whether a notice is the list of what a mute held back. */
  public static boolean is(Notice notice) {
    return notice.incidentId().startsWith(MUTE);
  }

  /** As a notice. */
  public Notice notice() {
    try {
      return NoticeJson.read(json.toString());
    } catch (UnreadableNotice e) {
      throw new IllegalStateException("a notice of our own", e);
    }
  }
}
