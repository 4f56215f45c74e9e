package io.groundswell.jobs.surge.connector;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Counterfactual;
import io.groundswell.domain.briefing.Curve;
import io.groundswell.domain.briefing.Drafts;
import io.groundswell.domain.briefing.Question;
import io.groundswell.domain.briefing.Reach;
import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.briefing.Recovery;
import io.groundswell.domain.briefing.Replies;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Fault;
import io.groundswell.domain.report.Symptom;
import io.groundswell.domain.voice.Quote;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What posts say of an incident, as fields of its JSON. */
final class BriefingJson {
  private BriefingJson() {}

  static void write(JsonGenerator json, Briefing briefing) throws IOException {
    writeReach(json, briefing.reach());
    writeCommonality(json, briefing.commonality());
    writeCounterfactuals(json, briefing.counterfactuals());
    writeRecovery(json, briefing.recovery());
    writeReplies(json, briefing.replies());
    writeQuestion(json, briefing.question());
    writeDrafts(json, briefing.drafts());
    writeCurve(json, briefing.curve());
    if (!briefing.withdrawn().isEmpty()) {
      writeStrings(json, WithdrawnTexts.FIELD, briefing.withdrawn());
    }
  }

  private static void writeReach(JsonGenerator json, Reach reach) throws IOException {
    json.writeObjectFieldStart("blast_radius");
    writeParts(json, "regions", reach, Kind.REGION);
    writeParts(json, "components", reach, Kind.COMPONENT);
    writeParts(json, "products", reach, Kind.PRODUCT);
    json.writeBooleanField("everywhere", reach.everywhere());
    json.writeEndObject();
    json.writeArrayFieldStart("unaffected");
    for (String id : reach.unaffected()) {
      json.writeString(id);
    }
    json.writeEndArray();
  }

  private static void writeParts(JsonGenerator json, String name, Reach reach, Kind kind)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (Part part : reach.parts()) {
      if (part.kind() == kind) {
        json.writeStartObject();
        json.writeStringField("id", part.id());
        json.writeStringField("name", part.name());
        json.writeNumberField("observed", part.observed());
        json.writeNumberField("expected", Json.figure(part.expected()));
        json.writeNumberField("share", part.share());
        json.writeNumberField("confidence", part.confidence());
        json.writeStringField("since", Json.time(part.since()));
        json.writeEndObject();
      }
    }
    json.writeEndArray();
  }

  private static void writeCommonality(JsonGenerator json, Commonality commonality)
      throws IOException {
    json.writeArrayFieldStart("symptoms");
    for (Symptom symptom : commonality.symptoms()) {
      json.writeStartObject();
      json.writeStringField("term", symptom.term());
      json.writeNumberField("lift", Json.figure(symptom.lift()));
      json.writeNumberField("share", Json.figure(symptom.share()));
      json.writeStringField("lang", symptom.lang());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("faults");
    for (Fault fault : commonality.faults()) {
      json.writeStartObject();
      json.writeStringField("label", fault.label());
      json.writeNumberField("reports", fault.reports());
      json.writeNumberField("share", Json.figure(fault.share()));
      writeStrings(json, "langs", fault.langs());
      json.writeStringField("post_id", fault.clearest().quote().postId());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("examples");
    for (Quote quote : commonality.examples()) {
      writeQuote(json, quote);
    }
    json.writeEndArray();
  }

  private static void writeQuote(JsonGenerator json, Quote quote) throws IOException {
    json.writeStartObject();
    json.writeStringField("post_id", quote.postId());
    json.writeStringField("source", quote.source());
    json.writeStringField("url", quote.url());
    json.writeStringField("text", quote.text());
    json.writeStringField("lang", quote.lang());
    json.writeEndObject();
  }

  private static void writeStrings(JsonGenerator json, String name, List<String> values)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }

  private static void writeCounterfactuals(JsonGenerator json, List<Counterfactual> answers)
      throws IOException {
    json.writeArrayFieldStart("counterfactuals");
    for (Counterfactual one : answers) {
      json.writeStartObject();
      json.writeStringField("without", one.without());
      json.writeNumberField("people", one.people());
      json.writeNumberField("evidence", Json.figure(one.evidence()));
      json.writeNumberField("threshold", Json.figure(one.threshold()));
      json.writeBooleanField("opens", one.opens());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void writeRecovery(JsonGenerator json, Recovery recovery) throws IOException {
    json.writeObjectFieldStart("recovery");
    json.writeBooleanField("falling", recovery.falling());
    json.writeStringField("peak_at", recovery.peakAt() == 0 ? null : Json.time(recovery.peakAt()));
    json.writeNumberField("peak", recovery.peak());
    json.writeNumberField("now", recovery.now());
    json.writeNumberField("works_again", recovery.backUp());
    json.writeArrayFieldStart("regions");
    for (Recovery.OfRegion region : recovery.regions()) {
      json.writeStartObject();
      json.writeStringField("id", region.id());
      json.writeNumberField("peak", region.peak());
      json.writeNumberField("now", region.now());
      json.writeNumberField("works_again", region.backUp());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeReplies(JsonGenerator json, Replies replies) throws IOException {
    json.writeObjectFieldStart("replies");
    json.writeNumberField("reachable", replies.reachable());
    json.writeNumberField("answered", replies.answered());
    json.writeNumberField("unreachable", replies.unreachable());
    json.writeArrayFieldStart("first");
    for (Replies.Answerable one : replies.first()) {
      json.writeStartObject();
      json.writeStringField("post_id", one.postId());
      json.writeStringField("source", one.source());
      json.writeStringField("url", one.url());
      json.writeStringField("posted_at", Json.time(one.postedAt()));
      json.writeStringField("answered_at", time(one.answeredAt()));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static @Nullable String time(@Nullable Long millis) {
    return millis == null ? null : Json.time(millis);
  }

  private static void writeQuestion(JsonGenerator json, @Nullable Question question)
      throws IOException {
    if (question != null) {
      json.writeObjectFieldStart("question");
      json.writeStringField("about", question.about());
      json.writeNumberField("unknown", Json.figure(question.unknown()));
      json.writeStringField("text", question.text());
      json.writeEndObject();
    }
  }

  private static void writeDrafts(JsonGenerator json, @Nullable Drafts drafts) throws IOException {
    if (drafts == null) {
      return;
    }
    json.writeObjectFieldStart("drafts");
    json.writeStringField("status_title", drafts.statusTitle());
    json.writeStringField("status_body", drafts.statusBody());
    json.writeStringField("next_update_by", Json.time(drafts.nextUpdateBy()));
    json.writeArrayFieldStart("replies");
    for (Drafts.Reply reply : drafts.replies()) {
      json.writeStartObject();
      json.writeStringField("lang", reply.lang());
      json.writeStringField("text", reply.text());
      json.writeStringField("announcement", reply.announcement());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeCurve(JsonGenerator json, Curve curve) throws IOException {
    json.writeObjectFieldStart("curve");
    json.writeStringField("from", curve.posts().isEmpty() ? null : Json.time(curve.from()));
    json.writeNumberField("step_seconds", curve.width() / 1000);
    json.writeNumberField("expected", Json.figure(curve.expected()));
    json.writeArrayFieldStart("posts");
    for (int posts : curve.posts()) {
      json.writeNumber(posts);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
