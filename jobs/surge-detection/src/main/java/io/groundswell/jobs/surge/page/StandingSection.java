package io.groundswell.jobs.surge.page;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.surge.html.Html;

/** How people stand to the incident: whoever opens the page should not do what others have done. */
final class StandingSection {
  private StandingSection() {}

  /** A line for each thing that somebody has said; none where nobody has. */
  static String lines(Standing standing, Moments moments) {
    StringBuilder lines = new StringBuilder();
    Mute mute = standing.mutedBy();
    if (mute != null) {
      String until = moments.utc(mute.until());
      add(
          lines,
          "Muted by <b>%s</b> until <b>%s</b> because %s"
              .formatted(Html.escape(mute.by()), until, Html.escape(mute.because())));
    }
    Verdict acknowledged = standing.acknowledged();
    if (acknowledged != null) {
      add(lines, "Acknowledged " + who(acknowledged, moments));
    }
    Verdict verdict = standing.verdict();
    if (verdict != null) {
      String other = verdict.duplicateOf();
      String see = other == null ? "" : ": see " + Html.escape(other);
      String word = verdict.judgement().label();
      add(lines, "Judged <b>%s</b> %s%s".formatted(word, who(verdict, moments), see));
    }
    return lines.toString();
  }

  private static String who(Verdict verdict, Moments moments) {
    return "by <b>%s</b> at <b>%s</b>"
        .formatted(Html.escape(verdict.by()), moments.utc(verdict.at()));
  }

  private static void add(StringBuilder lines, String line) {
    lines.append("<p class=\"standing\">").append(line).append("</p>\n");
  }
}
