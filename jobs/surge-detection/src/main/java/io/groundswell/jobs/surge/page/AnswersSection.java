package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Drafts;
import io.groundswell.domain.briefing.Drafts.Reply;
import io.groundswell.domain.briefing.Replies;
import io.groundswell.domain.briefing.Replies.Answerable;
import io.groundswell.jobs.surge.html.Html;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whom to answer first, and words for it. */
final class AnswersSection {
  private static final int MOST = 12;

  private AnswersSection() {}

  /** Posts to answer; empty where there are none. */
  static String posts(Replies replies, Moments moments, long now) {
    if (replies.reachable() == 0 && replies.unreachable() == 0 && replies.first().isEmpty()) {
      return "";
    }
    String rows =
        replies.first().stream()
            .limit(MOST)
            .map(post -> row(post, moments, now))
            .collect(Collectors.joining());
    String list = rows.isEmpty() ? "" : "<ul class=\"plain links\">\n%s</ul>\n".formatted(rows);
    return "<section>\n<h2>Whom to answer first</h2>\n<p>%s</p>\n%s</section>\n"
        .formatted(counts(replies), list);
  }

  private static String counts(Replies replies) {
    if (replies.reachable() == 0) {
      return Texts.filled("None can be reached: %,d posts have no address.", replies.unreachable());
    }
    String unreachable =
        replies.unreachable() == 0
            ? ""
            : Texts.filled("; %,d more have no address", replies.unreachable());
    return Texts.filled(
        "%,d of %,d posts with an address are answered%s.",
        replies.answered(), replies.reachable(), unreachable);
  }

  private static String row(Answerable post, Moments moments, long now) {
    return "<li>%s <small>%s</small></li>\n".formatted(link(post), state(post, moments, now));
  }

  /** The link to a post that is to be answered. */
  static String link(Answerable post) {
    return Texts.link(post.url(), "Post on " + post.source());
  }

  /** When a post was posted and answered. */
  static String state(Answerable post, Moments moments, long now) {
    String posted = "posted " + moments.clock(post.postedAt());
    Long answered = post.answeredAt();
    return answered == null
        ? "%s, <strong>unanswered for %s</strong>"
            .formatted(posted, Moments.between(post.postedAt(), now))
        : "%s, answered %s".formatted(posted, moments.clock(answered));
  }

  /** Words to publish; empty where there are none. */
  static String drafts(@Nullable Drafts drafts, Moments moments) {
    if (drafts == null) {
      return "";
    }
    StringBuilder html = new StringBuilder("<section>\n<h2>Drafts</h2>\n");
    html.append("<p>Nothing publishes these by itself: read, correct, then copy.");
    html.append(" Next update due by %s.</p>\n".formatted(moments.utc(drafts.nextUpdateBy())));
    html.append(
        "<details><summary>Status page</summary>\n%s%s</details>\n"
            .formatted(
                Texts.copyable(drafts.statusTitle(), ""), Texts.copyable(drafts.statusBody(), "")));
    drafts.replies().forEach(reply -> html.append(reply(reply)));
    return html.append("</section>\n").toString();
  }

  private static String reply(Reply reply) {
    return """
        <details><summary>Answer in %s</summary>
        %s<p class="dim">If the status page itself is down:</p>
        %s</details>
        """
        .formatted(
            Html.escape(Texts.language(reply.lang())),
            Texts.copyable(reply.text(), reply.lang()),
            Texts.copyable(reply.announcement(), reply.lang()));
  }
}
