package io.groundswell.jobs.notification.destination.pagerduty;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Fact;
import io.groundswell.jobs.notification.notice.Notice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of the Events API v2, within its documented lengths. */
final class PagerDutyEvent {
  private static final int KEY = 255;
  private static final int SUMMARY = 1024;

  /**
   * Lengths and numbers of details: even if every character took six bytes, an event would stay
   * under the 512 KB that are documented.
   */
  private static final int DETAIL = 1000;

  private static final int DETAILS = 50;

  private PagerDutyEvent() {}

  static String json(Delivery delivery, String routingKey) {
    Notice notice = delivery.notice();
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("routing_key", routingKey);
    event.put("event_action", action(delivery.step()));
    event.put("dedup_key", Wording.id(notice, KEY));
    if (action(delivery.step()).equals("trigger")) {
      event.set("payload", payload(notice));
      event.put("client", "Groundswell");
      putLink(event, "client_url", notice.report());
      event.set("links", links(notice));
    }
    return event.toString();
  }

  private static String action(Step step) {
    return switch (step) {
      case TRIGGER, UPDATE, REPEAT -> "trigger";
      case ACKNOWLEDGE -> "acknowledge";
      case RESOLVE -> "resolve";
    };
  }

  private static ObjectNode payload(Notice notice) {
    Subject subject = notice.subject();
    ObjectNode payload = JsonNodeFactory.instance.objectNode();
    payload.put("summary", Wording.title(notice, SUMMARY));
    payload.put("source", Wording.line(notice.subjectKey(), KEY));
    payload.put("severity", severity(notice.severity()));
    payload.put("timestamp", Wording.time(notice.updatedAt()));
    put(payload, "component", subject.component());
    put(payload, "group", subject.product());
    payload.put("class", notice.kind().label());
    payload.set("custom_details", details(notice));
    return payload;
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case SEV1 -> "critical";
      case SEV2 -> "error";
      case SEV3 -> "warning";
      case SEV4 -> "info";
    };
  }

  private static ObjectNode details(Notice notice) {
    ObjectNode details = JsonNodeFactory.instance.objectNode();
    details.put("incident", Wording.line(notice.incidentId(), DETAIL));
    details.put("status", notice.said().label());
    details.put("severity", notice.severity().name());
    for (Fact fact : beginning(notice.facts())) {
      String name = Wording.line(fact.name(), KEY);
      String before = details.has(name) ? details.get(name).asText() + "; " : "";
      details.put(name, Wording.line(before + fact.text(), DETAIL));
    }
    details.put("explanation", Wording.line(notice.explanation(), DETAIL));
    ArrayNode posts = details.putArray("posts");
    beginning(notice.examples()).forEach(post -> posts.add(Wording.line(post.text(), DETAIL)));
    return details;
  }

  private static List<Fact> beginning(List<Fact> facts) {
    return facts.subList(0, Math.min(facts.size(), DETAILS / 2));
  }

  private static ArrayNode links(Notice notice) {
    ArrayNode links = JsonNodeFactory.instance.arrayNode();
    addLink(links, "Runbook", notice.runbook());
    addLink(links, "Report", notice.report());
    for (Fact fact : beginning(notice.facts())) {
      addLink(links, Wording.line(fact.name(), KEY), fact.link());
    }
    return links;
  }

  private static void addLink(ArrayNode links, String text, @Nullable String address) {
    String href = Wording.link(address);
    if (href != null) {
      links.addObject().put("href", href).put("text", text);
    }
  }

  private static void put(ObjectNode node, String name, @Nullable String value) {
    if (value != null) {
      node.put(name, Wording.line(value, KEY));
    }
  }

  private static void putLink(ObjectNode node, String name, @Nullable String address) {
    String link = Wording.link(address);
    if (link != null) {
      node.put(name, link);
    }
  }
}
