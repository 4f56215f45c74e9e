package io.groundswell.jobs.notification.report;

import io.groundswell.domain.lead.LeadSum;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** What a tired reader needs of a week, in at most five lines. */
final class Highlights {
  private static final int MOST = 5;
  private static final int NAMED = 3;

  private Highlights() {}

  static List<String> of(Records records, Week week) {
    if (isSilent(week)) {
      return List.of(nothing(records, week.period()));
    }
    List<String> lines = new ArrayList<>();
    lines.add(told(records, week));
    if (records.deliveries() != null && week.all().paged() > 0) {
      lines.add(ignored(week));
    }
    if (!week.undelivered().isEmpty()) {
      lines.add(
          Say.count(week.undelivered().size(), "notice")
              + " could not be delivered; see below, and try 'notify --redeliver'.");
    }
    if (week.all().incidents() > 0) {
      lines.add(judged(week.all()));
    }
    Drift drift = week.drift();
    if (drift != null && drift.isNotable()) {
      lines.add(WorldSections.drifted(drift));
    }
    if (week.leads() != null && week.leads().sum().incidents() > 0) {
      lines.add(lead(week.leads()));
    }
    if (drift != null && !drift.isNotable()) {
      lines.add(WorldSections.drifted(drift));
    }
    return lines.subList(0, Math.min(MOST, lines.size()));
  }

  private static boolean isSilent(Week week) {
    boolean unread = week.drift() == null || week.drift().now().days() == 0;
    return unread && week.teams().isEmpty() && week.recorded() == 0;
  }

  private static String nothing(Records records, Period period) {
    OptionalLong oldest = records.oldest();
    OptionalLong newest = records.newest();
    if (oldest.isEmpty() || newest.isEmpty()) {
      return "Nothing is known of %s: there are no records.".formatted(period.name());
    }
    return "Nothing happened in %s: the records are of %s to %s; name another week with --week."
        .formatted(period.name(), Period.day(oldest.getAsLong()), Period.day(newest.getAsLong()));
  }

  private static String told(Records records, Week week) {
    TeamRow all = week.all();
    String incidents = Say.count(all.incidents(), "incident") + teams(week.teams());
    if (records.deliveries() == null) {
      return incidents + "; no deliveries were given, so nobody knows here who was paged.";
    }
    return all.paged() == 0
        ? incidents + "; nobody was paged."
        : "%s; %s paged somebody, %s in all."
            .formatted(incidents, Say.number(all.paged()), Say.count(all.pages(), "page"));
  }

  /** Those with most to do first. */
  private static String teams(List<TeamRow> teams) {
    if (teams.isEmpty()) {
      return "";
    }
    String names =
        teams.stream()
            .sorted(Comparator.comparingInt(TeamRow::incidents).reversed())
            .limit(NAMED)
            .map(team -> team.team() + " " + Say.number(team.incidents()))
            .collect(Collectors.joining(", "));
    int others = teams.size() - NAMED;
    return " (%s%s)".formatted(names, others > 0 ? " and " + Say.count(others, "other team") : "");
  }

  private static String ignored(Week week) {
    List<Week.Ignored> ignored = week.ignored();
    if (ignored.isEmpty()) {
      return "Every page was acknowledged or judged.";
    }
    String names =
        ignored.stream()
            .limit(NAMED)
            .map(one -> one.subject() + " (" + one.team() + ")")
            .collect(Collectors.joining(", "));
    int others = ignored.size() - NAMED;
    return "Never acted on: %s%s."
        .formatted(names, others > 0 ? " and " + Say.count(others, "other") : "");
  }

  private static String judged(TeamRow all) {
    if (all.judged() == 0) {
      return "No verdicts were given.";
    }
    String precision =
        all.precision().isPresent()
            ? "; of those judged real or false, %s were real"
                .formatted(Say.percent(all.precision()))
            : "";
    return "Judged: %d real, %d false, %s%s."
        .formatted(
            all.real(), all.falseOnes(), Say.count(all.duplicates(), "duplicate"), precision);
  }

  static String lead(Leads leads) {
    LeadSum sum = leads.sum();
    Long median = sum.medianLeadSeconds();
    return "%s of %s came before the %s surged%s; %s of it missed."
        .formatted(
            Say.number(sum.ahead()),
            Say.count(sum.incidents(), "incident"),
            Say.queue(leads.simulated()),
            median == null
                ? ""
                : ", median lead %s%s"
                    .formatted(
                        Figures.minutes(Math.abs(median) / 60.0), median < 0 ? " behind it" : ""),
            Say.count(sum.misses(), "surge"));
  }
}
