package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Counterfactual;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.jobs.surge.html.Html;
import java.util.List;
import java.util.stream.Collectors;

/** Why it was told, and by which rules. */
final class WhySection {
  private WhySection() {}

  /** Whether it would have been told with less; empty where that is not known. */
  static String counterfactuals(List<Counterfactual> counterfactuals) {
    if (counterfactuals.isEmpty()) {
      return "";
    }
    String rows = counterfactuals.stream().map(WhySection::row).collect(Collectors.joining());
    return "<section>\n<h2>Would it have opened with less?</h2>\n<ul class=\"plain\">\n%s</ul>\n</section>\n"
        .formatted(rows);
  }

  private static String row(Counterfactual less) {
    return Texts.filled(
        "<li><strong class=\"%s\">%s</strong> without %s <small>%sevidence about %.1f,"
            + " %.1f needed</small></li>%n",
        less.opens() ? "good" : "bad",
        less.opens() ? "Yes," : "No,",
        Html.escape(less.without()),
        fewer(less.people()),
        less.evidence(),
        less.threshold());
  }

  private static String fewer(int people) {
    String voices = people == 1 ? "voice" : "voices";
    return people == 0 ? "" : Texts.filled("%,d %s fewer; ", people, voices);
  }

  /** The explanation in words and figures; empty where there is none. */
  static String explanation(String explanation) {
    return explanation.isBlank()
        ? ""
        : "<section>\n<h2>Why</h2>\n%s</section>\n".formatted(Texts.paragraphs(explanation));
  }

  /** What identifies the incident, the update and the rules. */
  static String ids(Briefing briefing, PageMark mark) {
    IncidentUpdate update = briefing.update();
    StringBuilder html = new StringBuilder("<footer>\n<dl>\n");
    append(html, "Incident", update.incidentId());
    append(html, "Update", String.valueOf(mark.sequence()));
    append(html, "Kind", update.kind().label());
    append(html, "Pattern", update.pattern());
    append(html, "Subject", update.subject().key());
    append(html, "Catalogue", mark.catalogueVersion());
    append(html, "Policy", mark.policyVersion());
    return html.append("</dl>\n</footer>\n").toString();
  }

  private static void append(StringBuilder html, String name, String value) {
    if (!value.isEmpty()) {
      html.append("<div><dt>%s</dt><dd>%s</dd></div>\n".formatted(name, Html.escape(value)));
    }
  }
}
