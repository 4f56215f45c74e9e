package io.groundswell.jobs.notification.destination.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.jobs.notification.destination.FarSide.Asked;
import io.groundswell.jobs.notification.destination.FarSide.Said;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Slack, as it documents itself: its methods, its blocks and their lengths, and a channel. */
final class SlackSide implements Function<Asked, Said> {
  static final String CHANNEL = "C0INCIDENTS";

  /** All that may stand between angle brackets: a link, never a mention or a broadcast. */
  private static final Pattern LINK = Pattern.compile("<https?://[^<>|\\s]+\\|[A-Za-z]+>");

  private static final Pattern ENTITY = Pattern.compile("&(?!amp;|lt;|gt;)");
  private static final Map<String, Integer> LONGEST =
      Map.of("header", 150, "section", 3000, "context", 3000);

  /** Messages of the channel, by what Slack calls them; replies under the thread's. */
  final Map<String, JsonNode> messages = new TreeMap<>();

  final List<JsonNode> replies = new CopyOnWriteArrayList<>();

  @Override
  public Said apply(Asked asked) {
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.header("content-type")).isEqualTo("application/json; charset=utf-8");
    JsonNode message = asked.json();
    String wrong = wrong(message);
    if (asked.path().startsWith("/services/")) {
      return wrong == null ? Said.of(200, "ok") : Said.of(400, wrong);
    }
    if (!asked.header("authorization").equals("Bearer xoxb-1")) {
      return error("invalid_auth");
    } else if (wrong != null) {
      return error(wrong);
    } else if (!message.path("channel").asText().matches("#incidents|" + CHANNEL)) {
      return error("channel_not_found");
    }
    return asked.path().equals("/api/chat.update") ? update(message) : post(message);
  }

  private Said post(JsonNode message) {
    String ts = "17000000" + (10 + messages.size() + replies.size()) + ".000100";
    if (message.has("thread_ts")) {
      replies.add(message);
    } else {
      messages.put(ts, message);
    }
    return ok(ts);
  }

  private Said update(JsonNode message) {
    String ts = message.path("ts").asText();
    if (!message.path("channel").asText().equals(CHANNEL)) {
      return error("channel_not_found"); // Takes ids only.
    } else if (!messages.containsKey(ts)) {
      return error("message_not_found");
    }
    messages.put(ts, message);
    return ok(ts);
  }

  private static Said ok(String ts) {
    return Said.of(200, "{\"ok\":true,\"channel\":\"" + CHANNEL + "\",\"ts\":\"" + ts + "\"}");
  }

  private static Said error(String error) {
    return Said.of(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
  }

  /** Which rule a message breaks, or null. */
  private static @Nullable String wrong(JsonNode message) {
    String text = message.path("text").asText();
    if (text.isEmpty()) {
      return "no_text";
    } else if (text.length() > 4000) {
      return "msg_too_long";
    } else if (message.path("blocks").size() > 50 || !marked(text)) {
      return "invalid_blocks";
    }
    int length = 0;
    for (JsonNode block : message.path("blocks")) {
      JsonNode said = Objects.requireNonNullElse(block.get("text"), block.path("elements").path(0));
      String type = block.path("type").asText();
      boolean plain = said.path("type").asText().equals("plain_text");
      String shown = said.path("text").asText();
      length += shown.length();
      boolean sound = !shown.isEmpty() && shown.length() <= LONGEST.getOrDefault(type, 0);
      if (!sound || plain != type.equals("header") || !(plain || marked(shown))) {
        return "invalid_blocks";
      }
    }
    return length > 13_000 ? "msg_blocks_too_long" : null;
  }

  private static boolean marked(String text) {
    String rest = LINK.matcher(text).replaceAll("");
    return !rest.contains("<") && !rest.contains(">") && !ENTITY.matcher(rest).find();
  }
}
