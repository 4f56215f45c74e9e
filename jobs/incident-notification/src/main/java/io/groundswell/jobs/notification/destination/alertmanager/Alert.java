package io.groundswell.jobs.notification.destination.alertmanager;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Fact;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Plain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An incident as an alert. Its labels are what it is known by, so they hold only what never changes
 * over its life; severity changes, so it is an annotation, as is everything else.
 *
 * @param labels more of them, fixed by the settings
 * @param life how long after it was last told it counts as over
 */
record Alert(Map<String, String> labels, Duration life) {
  /** Labels that settings do not set. */
  static final List<String> OWN =
      List.of("alertname", "incident_id", "kind", "product", "component", "region", "term", "test");

  private static final int VALUE = 300;
  private static final int TEXT = 4000;

  String json(Delivery delivery) {
    Notice notice = delivery.notice();
    ObjectNode alert = JsonNodeFactory.instance.objectNode();
    alert.set("labels", labels(notice));
    alert.set("annotations", annotations(notice));
    // A clock that is behind the posts' must not make it an alert of the future.
    long starts = Math.min(notice.onsetAt(), delivery.now());
    alert.put("startsAt", Wording.time(starts));
    alert.put("endsAt", Wording.time(ends(delivery, starts)));
    String report = Wording.link(notice.report());
    if (report != null) {
      alert.put("generatorURL", report);
    }
    return alert.toString();
  }

  private long ends(Delivery delivery, long starts) {
    return delivery.step() == Step.RESOLVE
        ? Math.max(starts, Math.min(delivery.notice().updatedAt(), delivery.now()))
        : delivery.now() + life.toMillis();
  }

  private ObjectNode labels(Notice notice) {
    Subject subject = notice.subject();
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    labels.forEach((name, value) -> put(all, name, value));
    all.put("alertname", "Groundswell");
    all.put("incident_id", Wording.id(notice, VALUE));
    all.put("kind", notice.kind().label());
    put(all, "product", subject.product());
    put(all, "component", subject.component());
    put(all, "region", subject.region());
    put(all, "term", subject.term());
    if (notice.test()) {
      all.put("test", "true");
    }
    return all;
  }

  private static ObjectNode annotations(Notice notice) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    all.put("summary", Wording.title(notice, TEXT));
    all.put("description", description(notice));
    all.put("severity", notice.severity().name());
    all.put("status", notice.said().label());
    all.put("subject", Wording.line(notice.subjectKey(), VALUE));
    put(all, "owner", notice.owner());
    put(all, "regions", String.join(", ", notice.regions()));
    putLink(all, "runbook_url", notice.runbook());
    putLink(all, "report_url", notice.report());
    return all;
  }

  private static String description(Notice notice) {
    StringBuilder text = new StringBuilder(Wording.line(notice.explanation(), TEXT / 4));
    for (Fact fact : notice.facts()) {
      text.append('\n').append(Wording.line(fact.name() + ": " + fact.text(), VALUE));
    }
    for (Fact post : notice.examples()) {
      text.append("\n- ").append(Wording.line(post.text(), VALUE));
    }
    return Plain.cut(text.toString(), TEXT);
  }

  /** Without a value there is no label. */
  private static void put(ObjectNode node, String name, @Nullable String value) {
    String line = Wording.line(value, VALUE);
    if (!line.isEmpty()) {
      node.put(name, line);
    }
  }

  private static void putLink(ObjectNode node, String name, @Nullable String address) {
    String link = Wording.link(address);
    if (link != null) {
      node.put(name, link);
    }
  }
}
