package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Suspicion;
import io.groundswell.domain.change.Change;
import io.groundswell.domain.change.Verdict;
import io.groundswell.jobs.surge.html.Html;
import java.util.List;

/** What was changed around the incident, and what is thought of it. */
final class ChangesSection {
  private ChangesSection() {}

  /** The section of the page; empty where nothing was changed. */
  static String section(List<Suspicion> suspicions, Moments moments) {
    if (suspicions.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<section>\n<h2>What changed</h2>\n");
    for (Verdict verdict : Verdict.values()) {
      List<Suspicion> own =
          suspicions.stream().filter(one -> one.finding().verdict() == verdict).toList();
      if (!own.isEmpty()) {
        html.append("<h3>%s</h3>\n<ul class=\"plain\">\n".formatted(heading(verdict)));
        own.forEach(one -> html.append("<li>%s</li>\n".formatted(suspect(one, moments))));
        html.append("</ul>\n");
      }
    }
    return html.append("</section>\n").toString();
  }

  private static String heading(Verdict verdict) {
    return switch (verdict) {
      case SUSPECT -> "Suspected";
      case POSSIBLE -> "Possible, but it says little";
      case RULED_OUT -> "Ruled out";
      case REMEDY -> "Done about it";
    };
  }

  /** A change, when it was made, and what is thought of it. */
  static String suspect(Suspicion suspicion, Moments moments) {
    Change change = suspicion.finding().change();
    double score = suspicion.finding().score();
    String sure = score > 0 ? Texts.filled("; likely the cause: %.0f %%", 100 * score) : "";
    return "%s at %s <small>%s%s</small>"
        .formatted(name(change), moments.clock(change.at()), Html.escape(suspicion.reason()), sure);
  }

  /** What kind of change, in its own words, with its link. */
  static String name(Change change) {
    String kind = Html.escape(change.kind());
    return change.link() == null
        ? "%s <q>%s</q>".formatted(kind, Html.escape(change.summary()))
        : "%s %s".formatted(kind, Texts.link(change.link(), change.summary()));
  }
}
