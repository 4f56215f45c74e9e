package io.groundswell.jobs.notification.destination.statuspage;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.destination.Replies;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Notice.Draft;
import io.groundswell.jobs.notification.notice.Notice.Said;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/**
 * Atlassian's Statuspage: a draft that a person may publish. Its API knows no unpublished incident:
 * whatever is posted as one is on the page at once. So the draft is an incident template, which
 * nobody but the page's own people sees, in the list that they choose from when they write one;
 * with notifications and tweets off.
 */
final class Statuspage implements Destination {
  /** Documented as one call a second for a token; half is left for people's own tools. */
  private static final Manner MANNER = new Manner(false, false, 1, 30, null);

  /** "Enhance your calm": what its API says for too many calls, beside 429. */
  private static final int TOO_MANY = 420;

  /** What a draft is called afterwards: nothing is done to it any more. */
  private static final String DRAFTED = "drafted";

  private static final Set<Said> NEW = Set.of(Said.OPENED, Said.ESCALATED);
  private static final int NAME = 150;
  private static final int BODY = 5000;

  private final URI templates;
  private final Secret token;
  private final Calls calls;

  Statuspage(URI templates, Secret token, Calls calls) {
    this.templates = templates;
    this.token = token;
    this.calls = calls;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  /** What is urgent, as soon as it is: its people write what becomes of it themselves. */
  @Override
  public boolean takes(Notice notice) {
    return notice.draft() != null
        && NEW.contains(notice.said())
        && notice.severity().compareTo(Severity.SEV2) <= 0;
  }

  @Override
  public String preview(Delivery delivery) {
    return isDrafted(delivery) ? "nothing: the draft is there" : calls.preview(call(delivery));
  }

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    return isDrafted(delivery)
        ? CompletableFuture.completedFuture(Answer.delivered(delivery.reference()))
        : calls.send(call(delivery), reply -> answer(reply, delivery.now()));
  }

  /** One draft for an incident, which its people may have changed since. */
  private boolean isDrafted(Delivery delivery) {
    return delivery.reference() != null || !takes(delivery.notice());
  }

  private Answer answer(Web.Reply reply, long now) {
    String host = templates.getHost();
    if (reply.status() == TOO_MANY) {
      return Answer.tryAgain(Replies.reason(host, reply), Replies.pause(reply, now));
    }
    Answer answer = Replies.answer(host, reply, now);
    return answer.outcome() == Answer.Outcome.DELIVERED ? Answer.delivered(DRAFTED) : answer;
  }

  private Web.Call call(Delivery delivery) {
    Map<String, String> headers = Map.of("Authorization", "OAuth " + token.reveal());
    return calls.post(templates, headers, template(delivery.notice()).toString());
  }

  private static ObjectNode template(Notice notice) {
    Draft draft = Objects.requireNonNull(notice.draft(), "taken only with a draft");
    String mark = notice.test() ? "[TEST] " : "";
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    ObjectNode template = all.putObject("template");
    String which = Wording.time(notice.detectedAt()) + " " + notice.subjectKey();
    template.put("name", Wording.line(mark + "Draft " + which, NAME));
    template.put("title", Wording.unbracketed(Wording.line(mark + draft.title(), NAME)));
    template.put("body", mark + body(draft));
    template.put("update_status", "investigating");
    template.put("should_send_notifications", false);
    template.put("should_tweet", false);
    return all;
  }

  /** Its lines; what a page shows may hold HTML, so that none may stand in what strangers wrote. */
  private static String body(Draft draft) {
    return draft
        .body()
        .lines()
        .map(line -> Wording.unbracketed(Wording.line(line, BODY / 4)))
        .limit(4)
        .collect(Collectors.joining("\n"));
  }
}
