package io.groundswell.jobs.notification.destination;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Fact;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Notice.Said;
import java.time.Instant;
import java.util.List;

/** Notices to tell, of one incident that goes its way. */
public final class Notices {
  /** When it is told: 12:05. */
  public static final long NOW = Instant.parse("2026-03-02T12:05:00Z").toEpochMilli();

  /** When it began: 12:00. */
  public static final long ONSET = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

  /** What people may write to do harm. */
  public static final List<String> HOSTILE =
      List.of(
          "<!channel> <!here> <@U123> @here @channel",
          "<script>alert(1)</script><img src=x onerror=alert(1)>",
          "Hello\r\nBcc: victim@example.org\r\n\r\nbody",
          "bell\u0007 null\u0000 escape\u001b[31m del\u007f",
          "safe\u202Egpj.exe\u202C \u200Fmark",
          "half \ud83d and \ude00 alone",
          "[link](javascript:alert(1)) `code` *bold* & &amp; \"quoted\" \\back",
          "long ".repeat(2000));

  private Notices() {}

  /** The incident at some point of its way. */
  public static Notice said(int sequence, Said said, Severity severity) {
    return notice("inc-1", ONSET, sequence, said, severity, "Checkout fails in Italy", false);
  }

  /** The incident at some point of its way, where it began at another time. */
  public static Notice at(long onset, int sequence, Said said, Severity severity) {
    return notice("inc-1", onset, sequence, said, severity, "Checkout fails in Italy", false);
  }

  /** As it opens. */
  public static Notice opened() {
    return said(1, Said.OPENED, Severity.SEV2);
  }

  /** As it opens, to try a route. */
  public static Notice test() {
    return notice("inc-1", ONSET, 1, Said.OPENED, Severity.SEV2, "Checkout fails in Italy", true);
  }

  /** As it opens, with what somebody wrote wherever a text may be. */
  public static Notice hostile(String text) {
    return notice("inc-1", ONSET, 1, Said.OPENED, Severity.SEV1, text, false);
  }

  /** As it opens, under a long id. */
  public static Notice identified(String id) {
    return notice(id, ONSET, 1, Said.OPENED, Severity.SEV4, "Checkout fails", false);
  }

  private static Notice notice(
      String id,
      long onset,
      int sequence,
      Said said,
      Severity severity,
      String text,
      boolean test) {
    List<Fact> facts =
        List.of(
            new Fact("Suspect", text, "https://ci.example/deploys/7"),
            new Fact("Symptoms", "declined & <failed>", null));
    List<Fact> examples =
        List.of(new Fact("post", text, "javascript:alert(1)"), new Fact("post", "no pay", null));
    return new Notice(
        id,
        sequence,
        said,
        severity,
        IncidentKind.SURGE,
        new Subject("shop", "checkout", "IT", null),
        text,
        onset,
        onset + 120_000,
        onset + 60_000L * (sequence + 2),
        "team-shop",
        List.of("IT"),
        "https://wiki.example/shop?a=1&b=2",
        "https://reports.example/inc-1",
        null,
        null,
        facts,
        examples,
        new Notice.Draft("Checkout: " + text, "We look into it. " + text),
        "42 authors where 3 are usual. " + text,
        test,
        json(sequence, text));
  }

  private static String json(int sequence, String title) {
    ObjectNode update = JsonNodeFactory.instance.objectNode();
    update.put("incident_id", "inc-1").put("sequence", sequence).put("title", title);
    return update.put("observed", 42.0).toString();
  }
}
