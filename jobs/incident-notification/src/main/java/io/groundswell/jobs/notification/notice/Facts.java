package io.groundswell.jobs.notification.notice;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.catalogue.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What to know about an incident, in the order in which somebody who was woken up asks. */
final class Facts {
  private static final int MOST_PLACES = 8;
  private static final int MOST_CHANGES = 3;
  private static final int MOST_EXAMPLES = 3;
  private static final int LONGEST_EXAMPLE = 300;

  private final JsonNode update;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(JsonNode update) {
    this.update = update;
  }

  static List<Fact> of(JsonNode update, Subject subject) {
    Facts facts = new Facts(update);
    facts.add("About", subject.key().isEmpty() ? NoticeJson.text(update, "source") : subject.key());
    facts.add("Since", NoticeJson.text(update, "onset_at"));
    facts.people();
    facts.places();
    facts.changes("suspects", "Suspect");
    facts.changes("remedies", "Remedy");
    facts.symptoms();
    facts.lead();
    JsonNode question = update.path("question");
    facts.add("Ask", NoticeJson.text(question, "text"));
    facts.add("Acknowledged by", NoticeJson.text(update, "acknowledged_by"));
    facts.mute();
    facts.heldBack();
    facts.add("Owner", NoticeJson.text(update, "owner"));
    return List.copyOf(facts.facts);
  }

  private void people() {
    if (update.path("observed").asLong() > 0) {
      add(
          "People",
          String.format(
              Locale.ROOT,
              "%,d, where %s are normal; %,d posts",
              update.path("observed").asLong(),
              figure(update.path("expected").asDouble()),
              update.path("posts").asLong()));
    }
  }

  /** Two digits that matter. */
  private static String figure(double value) {
    return value >= 10
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.format(Locale.ROOT, "%.2g", value);
  }

  private void places() {
    List<String> names = new ArrayList<>();
    for (JsonNode region : update.path("blast_radius").path("regions")) {
      names.add(Plain.line(region.path("name").asText("")));
    }
    String more =
        names.size() > MOST_PLACES ? " and " + (names.size() - MOST_PLACES) + " more" : "";
    if (!names.isEmpty()) {
      add("Where", String.join(", ", names.subList(0, Math.min(MOST_PLACES, names.size()))) + more);
    }
  }

  private void changes(String field, String name) {
    int count = 0;
    for (JsonNode change : update.path(field)) {
      if (count++ < MOST_CHANGES) {
        String text = change.path("summary").asText("") + ": " + change.path("reason").asText("");
        facts.add(new Fact(name, clean(text), Links.web(NoticeJson.text(change, "link"))));
      }
    }
  }

  private void symptoms() {
    List<String> terms = new ArrayList<>();
    for (JsonNode symptom : update.path("symptoms")) {
      terms.add(Plain.line(symptom.path("term").asText("")));
    }
    if (!terms.isEmpty()) {
      add("People say", String.join(", ", terms));
    }
  }

  private void lead() {
    JsonNode lead = update.path("lead");
    String status = lead.path("status").asText("");
    if (status.equals("ahead") || status.equals("behind")) {
      long minutes = Math.abs(lead.path("seconds").asLong()) / 60;
      String queue =
          lead.path("simulated").asBoolean() ? "simulated support queue" : "support queue";
      add(
          "Lead",
          minutes + " min " + (status.equals("ahead") ? "before the " : "after the ") + queue);
    }
  }

  private void mute() {
    JsonNode mute = update.path("muted_by");
    if (mute.isObject()) {
      add(
          "Muted",
          "until " + mute.path("until").asText("") + ", since " + mute.path("because").asText(""));
    }
  }

  /** At the end of a mute: what it held back, each with its page. */
  private void heldBack() {
    for (JsonNode held : update.path("held_back")) {
      String name = held.path("severity").asText() + " " + held.path("detected_at").asText();
      String title = NoticeJson.text(held, "title");
      facts.add(
          new Fact(
              name, clean(title == null ? "" : title), Links.web(NoticeJson.text(held, "report"))));
    }
  }

  private void add(String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      facts.add(new Fact(name, clean(text), null));
    }
  }

  private static String clean(String text) {
    return Plain.cut(Plain.line(text), 500);
  }

  /** Posts, as people wrote them but masked; {@code name} is where they were posted. */
  static List<Fact> examples(JsonNode update) {
    List<Fact> examples = new ArrayList<>();
    for (JsonNode example : update.path("examples")) {
      if (examples.size() < MOST_EXAMPLES) {
        examples.add(
            new Fact(
                Plain.line(example.path("source").asText("post")),
                Plain.cut(Plain.line(example.path("text").asText("")), LONGEST_EXAMPLE),
                Links.web(NoticeJson.text(example, "url"))));
      }
    }
    return List.copyOf(examples);
  }
}
