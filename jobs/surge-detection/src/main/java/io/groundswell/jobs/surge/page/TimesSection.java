package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Briefing;
import io.groundswell.domain.briefing.Replies.Answerable;
import io.groundswell.domain.briefing.Suspicion;
import io.groundswell.domain.change.Verdict;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What came when, along an axis of time. */
final class TimesSection {
  /** The distance between two entries grows with the time between them, up to this, in rem. */
  private static final double FURTHEST = 2.4;

  private static final double MINUTE = 60_000;

  private final Briefing briefing;
  private final Moments moments;
  private final String queue;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(long at, String what) {}

  private TimesSection(Briefing briefing, Moments moments, boolean simulatedContacts) {
    this.briefing = briefing;
    this.moments = moments;
    this.queue = simulatedContacts ? "simulated support queue" : "support queue";
    IncidentUpdate update = briefing.update();
    add(update.onsetAt(), "It began");
    add(update.detectedAt(), "<strong>Detected</strong>");
    add(
        update.lead().firstContactAt(),
        simulatedContacts ? "First simulated contact" : "First support contact");
    add(
        update.lead().supportOnsetAt(),
        simulatedContacts ? "Simulated support queue surges" : "Support queue surges");
    add(briefing.recovery().peakAt(), "Busiest ten minutes begin");
    add(firstAnswer(), "First public answer by the company");
    for (Suspicion one : briefing.suspicions()) {
      Verdict verdict = one.finding().verdict();
      if (verdict == Verdict.SUSPECT || verdict == Verdict.REMEDY) {
        add(one.finding().change().at(), ChangesSection.name(one.finding().change()));
      }
    }
    if (update.updatedAt() != update.detectedAt()) {
      add(update.updatedAt(), "This update: " + update.status().label());
    }
    entries.sort(Comparator.comparingLong(Entry::at));
  }

  /**
   * The section of the page.
   *
   * @param simulatedContacts whether the support queue is generated
   */
  static String section(Briefing briefing, Moments moments, boolean simulatedContacts) {
    return new TimesSection(briefing, moments, simulatedContacts).html();
  }

  private void add(@Nullable Long at, String what) {
    if (at != null && at > 0) {
      entries.add(new Entry(at, what));
    }
  }

  private @Nullable Long firstAnswer() {
    return briefing.replies().first().stream()
        .map(Answerable::answeredAt)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private String html() {
    StringBuilder html = new StringBuilder("<section>\n<h2>When</h2>\n");
    html.append("<p class=\"dim\">%s, all times UTC</p>\n".formatted(moments.date()));
    html.append(lead(briefing.update().lead()));
    html.append("<ol class=\"times\">\n");
    long before = entries.get(0).at();
    for (Entry entry : entries) {
      html.append(row(entry, before));
      before = entry.at();
    }
    return html.append("</ol>\n</section>\n").toString();
  }

  private String row(Entry entry, long before) {
    double gap = Math.min(FURTHEST, Math.log1p((entry.at() - before) / MINUTE) / 2);
    return Texts.filled(
        "<li style=\"--gap:%.2frem\">%s <span>%s <small>%s</small></span></li>%n",
        gap, moments.clock(entry.at()), entry.what(), moments.fromDetection(entry.at()));
  }

  private String lead(Lead lead) {
    Long seconds = lead.seconds();
    String apart = seconds == null ? "" : Figures.duration(Math.abs(seconds) / 60);
    String text =
        switch (lead.status()) {
          case AHEAD -> "<strong>%s ahead</strong> of the %s.".formatted(apart, queue);
          case BEHIND -> "The %s was first, by %s.".formatted(queue, apart);
          case NO_SUPPORT_SURGE -> "The %s has not surged.".formatted(queue);
          case UNKNOWN -> "";
        };
    return text.isEmpty() ? "" : "<p>%s</p>\n".formatted(text);
  }
}
