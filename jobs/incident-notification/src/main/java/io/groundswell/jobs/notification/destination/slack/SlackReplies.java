package io.groundswell.jobs.notification.destination.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Replies;
import io.groundswell.jobs.notification.web.Web;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What Slack's web API says: most often 200, and in the body whether it worked. */
final class SlackReplies {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Errors that pass by themselves; all others are for good. */
  private static final Set<String> PASSING =
      Set.of(
          "ratelimited",
          "rate_limited",
          "message_limit_exceeded",
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");

  private SlackReplies() {}

  static Answer answer(String host, Web.Reply reply, long now) {
    Answer byCode = Replies.answer(host, reply, now);
    if (byCode.outcome() != Answer.Outcome.DELIVERED) {
      return byCode;
    }
    JsonNode said = json(reply.body());
    if (said == null || !said.path("ok").isBoolean()) {
      return Answer.tryAgain(Replies.reason(host, reply), null);
    }
    if (said.path("ok").asBoolean()) {
      String channel = said.path("channel").asText();
      return Answer.delivered(new SlackReference(channel, said.path("ts").asText()).toString());
    }
    return PASSING.contains(said.path("error").asText())
        ? Answer.tryAgain(Replies.reason(host, reply), Replies.pause(reply, now))
        : Answer.refused(Replies.reason(host, reply));
  }

  private static @Nullable JsonNode json(String body) {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return null;
    }
  }
}
