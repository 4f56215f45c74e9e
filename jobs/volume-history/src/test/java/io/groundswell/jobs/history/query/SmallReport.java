package io.groundswell.jobs.history.query;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.jobs.surge.cli.CommandLines;
import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What 'detect' would leave of a few complaints: of each author one, each counted for its products,
 * components and regions.
 */
final class SmallReport {
  private static final String BUCKET =
      "subject,bucket_start,observed,posts,expected,evidence,level\n";

  private static final String CHECKOUT = "shop/checkout@IT:20260329T132000Z";

  private final List<Complaint> complaints = new ArrayList<>();
  private final List<String> incidents = new ArrayList<>();
  private final List<String> leads = new ArrayList<>();
  private final StringBuilder contacts = new StringBuilder(BUCKET.strip() + ",event,onset_at\n");

  /** A complaint. */
  record Complaint(
      Instant at,
      List<String> products,
      List<String> components,
      List<String> regions,
      String text) {}

  /**
   * The story of the tests: two calm days of a shop and a bank, then the shop's checkout breaks in
   * Italy, around the night in which Europe's clocks go forward.
   */
  static SmallReport story() {
    SmallReport report = new SmallReport();
    for (int i = 0; i < 4; i++) {
      report.complaint("2026-03-27T0%d:15:00Z".formatted(i), "shop", null, "DE", "slow again");
      report.complaint("2026-03-27T1%d:40:00Z".formatted(i), "bank", null, null, "no answer");
    }
    // Half past eleven in the evening in UTC is the next day in Berlin, one hour off.
    report.complaint("2026-03-28T22:30:00Z", "shop", null, "DE", "late in the evening");
    report.complaint("2026-03-28T23:30:00Z", "shop", null, "DE", "after midnight in Berlin");
    for (int i = 0; i < 6; i++) {
      report.complaint(
          "2026-03-29T13:2%d:30Z".formatted(i), "shop", "shop/checkout", "IT", "cannot pay");
    }
    report.complaints.add(
        new Complaint(
            Instant.parse("2026-03-29T21:59:00Z"),
            List.of("shop", "bank"),
            List.of(),
            List.of("IT", "DE"),
            "the shop's\nbank\u001b[31m \"declines\", again"));
    report.complaint("2026-03-29T22:01:00Z", "bank", null, null, "a day later in Berlin");
    report.incident(CHECKOUT, 1, "opened", "SEV3", "2026-03-29T13:24:00Z", 4);
    report.incident(CHECKOUT, 2, "escalated", "SEV2", "2026-03-29T13:26:00Z", 6);
    report.incident(CHECKOUT, 3, "resolved", "SEV3", "2026-03-29T14:10:00Z", 6);
    report.lead("behind", null);
    report.lead("ahead", 1800L);
    report.contacts.append("shop,2026-03-29T13:54:00Z,3,3,0.2,7.5,extreme,opened,\n");
    return report;
  }

  /** Incidents that are over, over and answered later, and open again. */
  static SmallReport endings() {
    SmallReport report = new SmallReport();
    for (String id : List.of("over", "answered", "again")) {
      report.incident(id, 1, "opened", "SEV3", "2026-03-29T13:24:00Z", 4);
      report.incident(id, 2, "resolved", "SEV3", "2026-03-29T14:10:00Z", 6);
    }
    report.incident("answered", 3, "acknowledged", "SEV3", "2026-03-29T15:00:00Z", 6);
    report.incident("again", 3, "reopened", "SEV3", "2026-03-29T15:20:00Z", 6);
    return report;
  }

  private void complaint(
      String at, String product, @Nullable String component, @Nullable String region, String text) {
    complaints.add(
        new Complaint(
            Instant.parse(at),
            List.of(product),
            component == null ? List.of() : List.of(component),
            region == null ? List.of() : List.of(region),
            text));
  }

  private void incident(
      String id, int sequence, String status, String severity, String at, int posts) {
    incidents.add(
        """
        {"incident_id": "%s", "sequence": %d, "status": "%s", \
        "severity": "%s", "kind": "surge", "pattern": "sudden", "subject": {"product": "shop", \
        "component": "checkout", "region": null, "term": null}, "title": "Checkout fails in Italy", \
        "onset_at": "2026-03-29T13:20:00Z", "detected_at": "2026-03-29T13:24:00Z", \
        "updated_at": "%s", "observed": %d, "expected": 0.4, "posts": %d, "evidence": 11.5, \
        "lead": {"status": "ahead", "seconds": 1800}, "policy_version": "p", \
        "catalogue_version": "c"}
        """
            .formatted(id, sequence, status, severity, at, posts, posts)
            .strip());
  }

  private void lead(String status, @Nullable Long seconds) {
    leads.add(
        """
        {"key": "incident:1", "row": "incident", "incident_id": "shop/checkout@IT:20260329T132000Z", \
        "subject": "shop/checkout", "status": "%s", "seconds": %s, \
        "updated_at": "2026-03-29T14:10:00Z"}"""
            .formatted(status, seconds));
  }

  /** Writes it, and makes a warehouse of it. */
  Path load(Path folder) throws IOException {
    Path warehouse = folder.resolve("warehouse");
    Path report = write(folder);
    int exit =
        CommandLines.run(
            "history", "--report", report.toString(), "--warehouse", warehouse.toString());
    if (exit != 0) {
      throw new AssertionError("'history' ended with " + exit);
    }
    return warehouse;
  }

  private Path write(Path folder) throws IOException {
    Path report = Files.createDirectories(folder.resolve("report"));
    Files.writeString(
        report.resolve("summary.json"), "{\"complaints\": %d}".formatted(complaints.size()));
    Files.writeString(report.resolve("volumes.csv"), volumes());
    Files.writeString(report.resolve("contacts.csv"), contacts);
    Files.write(report.resolve("incidents.ndjson"), incidents);
    Files.write(report.resolve("lead-ledger.ndjson"), leads);
    List<String> posts = new ArrayList<>();
    for (int i = 0; i < complaints.size(); i++) {
      posts.add(post(i, complaints.get(i)));
    }
    Files.write(report.resolve("posts.ndjson"), posts);
    return report;
  }

  private String volumes() {
    Map<String, Integer> counts = new TreeMap<>();
    for (Complaint complaint : complaints) {
      for (String subject : subjects(complaint)) {
        counts.merge(subject + "," + bucket(complaint), 1, Integer::sum);
      }
    }
    StringBuilder csv = new StringBuilder(BUCKET);
    counts.forEach(
        (key, count) ->
            csv.append(
                "%s,%d,%d,0.25,%d,%s%n"
                    .formatted(
                        key, count, count, count, key.contains("T13:2") ? "elevated" : "calm")));
    return csv.toString();
  }

  private static List<String> subjects(Complaint complaint) {
    List<String> subjects = new ArrayList<>(complaint.products());
    subjects.addAll(complaint.components());
    for (String region : complaint.regions()) {
      subjects.add("@" + region);
      complaint.products().forEach(product -> subjects.add(product + "@" + region));
    }
    return subjects;
  }

  private static Instant bucket(Complaint complaint) {
    return complaint.at().truncatedTo(ChronoUnit.MINUTES);
  }

  private static String post(int number, Complaint complaint) {
    return Json.object(
        json -> {
          json.writeStringField("source", number % 3 == 0 ? "forum" : "x");
          json.writeStringField("id", "p" + number);
          json.writeStringField("created_at", complaint.at().toString());
          json.writeStringField("bucket_start", bucket(complaint).toString());
          json.writeBooleanField("late", false);
          json.writeStringField("lang", "en");
          json.writeStringField("text", complaint.text());
          json.writeNumberField("probability", 0.9);
          write(json, "products", complaint.products());
          write(json, "components", complaint.components());
          write(json, "regions", complaint.regions());
          write(json, "symptoms", List.of());
          write(json, "subjects", subjects(complaint));
        });
  }

  private static void write(JsonGenerator json, String name, List<String> texts)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String text : texts) {
      json.writeString(text);
    }
    json.writeEndArray();
  }
}
