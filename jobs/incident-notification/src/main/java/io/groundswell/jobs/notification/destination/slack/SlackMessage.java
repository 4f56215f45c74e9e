package io.groundswell.jobs.notification.destination.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Fact;
import io.groundswell.jobs.notification.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as blocks, within the lengths that are documented for each. All of them together stay
 * far below the 13,000 characters or so from which Slack refuses a message.
 */
final class SlackMessage {
  private static final int HEADER = 150;
  private static final int SECTION = 3000;
  private static final int FOOT = 2000;
  private static final int LINE = 400;

  private SlackMessage() {}

  static ObjectNode of(Notice notice) {
    ObjectNode message = JsonNodeFactory.instance.objectNode();
    // For notifications, which show no blocks.
    message.put("text", Mrkdwn.escaped(Wording.headline(notice, LINE)));
    message.set("blocks", blocks(notice));
    // Nothing that a stranger wrote becomes a mention or a preview; chat.update would guess.
    message.put("parse", "none");
    message.put("link_names", false);
    message.put("unfurl_links", false);
    message.put("unfurl_media", false);
    return message;
  }

  private static ArrayNode blocks(Notice notice) {
    ArrayNode blocks = JsonNodeFactory.instance.arrayNode();
    ObjectNode header = blocks.addObject().put("type", "header").putObject("text");
    header
        .put("type", "plain_text")
        .put("text", Wording.unbracketed(Wording.headline(notice, HEADER)));
    header.put("emoji", false);
    section(blocks, explained(notice));
    section(blocks, facts(notice.facts()));
    section(blocks, posts(notice.examples()));
    String foot = foot(notice);
    text(blocks.addObject().put("type", "context").putArray("elements").addObject(), foot);
    return blocks;
  }

  /** The whole title where the header had to be cut, and why it fired. */
  private static List<String> explained(Notice notice) {
    List<String> lines = new ArrayList<>();
    String title = Wording.headline(notice, 2 * LINE);
    if (title.length() > HEADER) {
      lines.add(Mrkdwn.escaped(title));
    }
    lines.add(Mrkdwn.escaped(Wording.line(notice.explanation(), 2 * LINE)));
    return lines;
  }

  private static List<String> facts(List<Fact> facts) {
    List<String> lines = new ArrayList<>();
    for (Fact fact : facts) {
      String name = Mrkdwn.escaped(Wording.line(fact.name(), LINE / 4));
      lines.add("*" + name + "*: " + linked(fact));
    }
    return lines;
  }

  private static List<String> posts(List<Fact> posts) {
    return posts.stream().map(post -> "• " + linked(post)).toList();
  }

  private static String linked(Fact fact) {
    String text = Mrkdwn.escaped(Wording.line(fact.text(), LINE));
    String link = Mrkdwn.link(fact.link(), "link");
    return link == null ? text : text + " " + link;
  }

  private static String foot(Notice notice) {
    StringBuilder foot = new StringBuilder();
    add(foot, Mrkdwn.escaped(Wording.line(notice.incidentId(), LINE / 2)));
    add(foot, Mrkdwn.link(notice.runbook(), "Runbook"));
    add(foot, Mrkdwn.link(notice.report(), "Report"));
    add(foot, Mrkdwn.escaped(Wording.line(notice.subjectKey(), LINE / 2)));
    add(foot, Mrkdwn.escaped(Wording.line(notice.owner(), LINE / 2)));
    return foot.toString();
  }

  private static void add(StringBuilder foot, @Nullable String part) {
    if (part != null && !part.isEmpty() && foot.length() + part.length() < FOOT) {
      foot.append(foot.length() == 0 ? "" : " · ").append(part);
    }
  }

  /** A section of as many whole lines as there is room for; without any, none. */
  private static void section(ArrayNode blocks, List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (!line.isEmpty() && text.length() + line.length() < SECTION) {
        text.append(text.length() == 0 ? "" : "\n").append(line);
      }
    }
    if (text.length() > 0) {
      text(blocks.addObject().put("type", "section").putObject("text"), text.toString());
    }
  }

  private static void text(ObjectNode node, String text) {
    node.put("type", "mrkdwn").put("text", text).put("verbatim", true);
  }
}
