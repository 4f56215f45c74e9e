package io.groundswell.jobs.surge.page;

import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Fault;
import io.groundswell.domain.report.Symptom;
import io.groundswell.domain.voice.Quote;
import io.groundswell.jobs.surge.html.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What people say: what sets their posts apart, which faults they tell of, and some of them. */
final class ReportsSection {
  private static final int SYMPTOMS = 10;
  private static final int FAULTS = 6;
  private static final int EXAMPLES = 6;

  private ReportsSection() {}

  /** The sections of the page, those that have something to say. */
  static String sections(Commonality said) {
    return section(
            "What they have in common",
            "ul class=\"bars\"",
            said.symptoms(),
            SYMPTOMS,
            ReportsSection::symptom)
        + section(
            "Faults they tell of",
            "ol class=\"bars\"",
            said.faults(),
            FAULTS,
            ReportsSection::fault)
        + section(
            "In their words",
            "ul class=\"plain\"",
            said.examples(),
            EXAMPLES,
            ReportsSection::example);
  }

  private static <T> String section(
      String heading, String list, List<T> items, int most, Function<T, String> row) {
    if (items.isEmpty()) {
      return "";
    }
    String rows = items.stream().limit(most).map(row).collect(Collectors.joining());
    String end = list.substring(0, 2);
    return "<section>\n<h2>%s</h2>\n<%s>\n%s</%s>\n</section>\n"
        .formatted(heading, list, rows, end);
  }

  private static String symptom(Symptom symptom) {
    String often = Texts.filled(symptom.lift() >= 10 ? "%,.0f" : "%.1f", symptom.lift());
    return bar(
            symptom.share(),
            Texts.written(symptom.term(), symptom.lang()),
            percent(symptom.share()))
        + "<small>%s times as common as usual%s</small></li>\n"
            .formatted(often, in(symptom.lang()));
  }

  private static String in(String lang) {
    return lang.isEmpty() ? "" : " · " + Html.escape(Texts.language(lang));
  }

  private static String fault(Fault fault) {
    Quote clearest = fault.clearest().quote();
    String langs = Texts.languages(fault.langs());
    return bar(fault.share(), Texts.written(fault.label(), ""), percent(fault.share()))
        + Texts.filled(
            "<small>%,d reports%s</small>\n%s</li>\n",
            fault.reports(),
            langs.isEmpty() ? "" : " in " + Html.escape(langs),
            Texts.quoted(clearest.text(), clearest.lang()));
  }

  private static String example(Quote quote) {
    List<String> about = new ArrayList<>();
    if (!quote.lang().isEmpty()) {
      about.add(Html.escape(Texts.language(quote.lang())));
    }
    about.add(Texts.link(quote.url(), quote.source()));
    return "<li>%s<small>%s</small></li>\n"
        .formatted(Texts.quoted(quote.text(), quote.lang()), String.join(" · ", about));
  }

  private static String bar(double share, String name, String figure) {
    return Texts.filled(
        "<li><div class=\"bar\" style=\"--share:%.3f\"><b>%s</b> <span>%s</span></div>%n",
        Math.max(0, Math.min(1, share)), name, figure);
  }

  private static String percent(double share) {
    return Texts.filled("%.0f %% of reports", 100 * share);
  }
}
