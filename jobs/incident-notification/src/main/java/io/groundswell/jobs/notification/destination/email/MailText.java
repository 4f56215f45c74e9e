package io.groundswell.jobs.notification.destination.email;

import io.groundswell.jobs.notification.destination.Wording;
import io.groundswell.jobs.notification.notice.Fact;
import io.groundswell.jobs.notification.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a mail says, as text and as HTML. */
final class MailText {
  private static final int LINE = 1000;

  private MailText() {}

  static String plain(Notice notice) {
    List<String> lines = new ArrayList<>();
    lines.add(Wording.headline(notice, LINE));
    lines.add("");
    lines.add(Wording.line(notice.explanation(), LINE));
    lines.add("");
    notice.facts().forEach(fact -> lines.add(line(fact.name()) + ": " + plain(fact)));
    if (!notice.examples().isEmpty()) {
      lines.add("");
      lines.add("Posts:");
      notice.examples().forEach(post -> lines.add("- " + plain(post)));
    }
    lines.add("");
    add(lines, "Runbook: ", Wording.link(notice.runbook()));
    add(lines, "Report: ", Wording.link(notice.report()));
    add(lines, "Owner: ", notice.owner());
    lines.add(foot(notice));
    return String.join("\r\n", lines) + "\r\n";
  }

  private static String plain(Fact fact) {
    String link = Wording.link(fact.link());
    return line(fact.text()) + (link == null ? "" : " " + link);
  }

  private static void add(List<String> lines, String name, @Nullable String value) {
    if (value != null) {
      lines.add(name + line(value));
    }
  }

  private static String foot(Notice notice) {
    String which = "Incident " + line(notice.incidentId()) + ", update " + notice.sequence();
    return which + ", " + line(notice.subjectKey()) + ", " + Wording.time(notice.updatedAt());
  }

  static String html(Notice notice) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html><body>\n");
    html.append("<h2>").append(escaped(Wording.headline(notice, LINE))).append("</h2>\n");
    html.append("<p>").append(escaped(line(notice.explanation()))).append("</p>\n<ul>\n");
    for (Fact fact : notice.facts()) {
      html.append("<li><b>").append(escaped(line(fact.name()))).append("</b>: ");
      html.append(linked(fact)).append("</li>\n");
    }
    html.append("</ul>\n");
    if (!notice.examples().isEmpty()) {
      html.append("<p>Posts:</p>\n<ul>\n");
      notice.examples().forEach(post -> html.append("<li>" + linked(post) + "</li>\n"));
      html.append("</ul>\n");
    }
    html.append("<p>");
    link(html, "Runbook", notice.runbook());
    link(html, "Report", notice.report());
    return html.append(escaped(foot(notice))).append("</p>\n</body></html>\n").toString();
  }

  private static String linked(Fact fact) {
    StringBuilder html = new StringBuilder(escaped(line(fact.text()))).append(' ');
    link(html, "link", fact.link());
    return html.toString();
  }

  private static void link(StringBuilder html, String text, @Nullable String address) {
    String link = Wording.link(address);
    if (link != null) {
      html.append("<a href=\"").append(escaped(link)).append("\">").append(text).append("</a> ");
    }
  }

  private static String line(String text) {
    return Wording.line(text, LINE);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
