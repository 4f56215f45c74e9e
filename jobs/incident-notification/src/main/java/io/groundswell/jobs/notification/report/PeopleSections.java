package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Mute;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.List;

/** What people were told, and what they made of it. */
final class PeopleSections {
  private static final int NOISIEST = 10;
  private static final int TITLES = 3;
  private static final String NO_DELIVERIES =
      "Not known: no deliveries were given, and nothing else says who was told.";

  private final Week week;
  private final boolean delivered;

  private PeopleSections(Week week, boolean delivered) {
    this.week = week;
    this.delivered = delivered;
  }

  static List<Section> of(Records records, Week week) {
    PeopleSections sections = new PeopleSections(week, records.deliveries() != null);
    return List.of(
        sections.teams(),
        sections.ignored(),
        sections.verdicts(),
        sections.undelivered(),
        sections.subjects(),
        sections.mutes(records.mutes() != null));
  }

  private Section teams() {
    if (week.teams().isEmpty()) {
      return new Section("Teams", aside("No incidents."), null);
    }
    String pages =
        delivered
            ? "A page is a SEV1 or SEV2 incident that a destination took; told to two, it is two"
                + " pages. 'After' is from the first page to an acknowledgement, 'length' from onset"
                + " to end; both are medians."
            : "Pages are not known, since no deliveries were given. 'After' is from detection to an"
                + " acknowledgement, 'length' from onset to end; both are medians.";
    return new Section("Teams", aside(), teamGrid(), pages);
  }

  /** What is no matter of one team. */
  private List<String> aside(String... first) {
    List<String> sentences = new ArrayList<>(List.of(first));
    if (week.open() > 0) {
      sentences.add("Not over yet: %s.".formatted(Say.count(week.open(), "incident")));
    }
    if (week.recorded() > 0) {
      sentences.add(
          "Besides, recorded and told to nobody: %s of chatter or copies."
              .formatted(Say.count(week.recorded(), "burst")));
    }
    return sentences;
  }

  private Grid teamGrid() {
    Grid grid =
        new Grid("By team")
            .texts("Team")
            .numbers("Incidents", "Paged", "Pages", "Acknowledged", "After", "Real", "False")
            .numbers("Duplicates", "Muted", "Never acted on", "Length");
    week.teams().forEach(team -> row(grid, team));
    if (week.teams().size() > 1) {
      row(grid, week.all());
    }
    return grid;
  }

  private void row(Grid grid, TeamRow team) {
    grid.row(
        team.team(),
        Say.number(team.incidents()),
        ifDelivered(team.paged()),
        ifDelivered(team.pages()),
        Say.number(team.acknowledged()),
        Say.minutes(team.minutesToAcknowledge()),
        Say.number(team.real()),
        Say.number(team.falseOnes()),
        Say.number(team.duplicates()),
        Say.number(team.muted()),
        ifDelivered(team.neverActedOn()),
        Say.minutes(team.minutesLong()));
  }

  private String ifDelivered(int number) {
    return delivered ? Say.number(number) : Figures.NONE;
  }

  private Section ignored() {
    String title = "Never acted on";
    if (!delivered) {
      return Section.of(title, NO_DELIVERIES);
    }
    if (week.ignored().isEmpty()) {
      return Section.of(
          title,
          week.all().paged() == 0 ? "Nobody was paged." : "Every page was acknowledged or judged.");
    }
    Grid grid =
        new Grid("Paged and left alone, the earliest first")
            .texts("Paged at", "Team", "Subject", "What it said");
    week.ignored()
        .forEach(
            one -> grid.row(Figures.time(one.pagedAt()), one.team(), one.subject(), one.title()));
    return new Section(
        title, List.of("Paged, and neither acknowledged nor judged by anybody."), grid);
  }

  private Section verdicts() {
    TeamRow all = week.all();
    String title = "Judged by people";
    if (all.judged() == 0) {
      return Section.of(title, "No verdicts were given.");
    }
    String precision =
        all.precision().isEmpty()
            ? "None was judged real or false."
            : "Of those judged real or false, %s were real (%d of %d)."
                .formatted(Say.percent(all.precision()), all.real(), all.real() + all.falseOnes());
    int incidents = week.teams().stream().mapToInt(TeamRow::judged).sum();
    return Section.of(
        title,
        "%s judged: %d real, %d false, %s. %s"
            .formatted(
                Say.count(incidents, "incident"),
                all.real(),
                all.falseOnes(),
                Say.count(all.duplicates(), "duplicate"),
                precision));
  }

  private Section undelivered() {
    String title = "Not delivered";
    if (!delivered) {
      return Section.of(title, NO_DELIVERIES);
    }
    if (week.undelivered().isEmpty()) {
      return Section.of(title, "Nothing was left undelivered.");
    }
    Grid grid =
        new Grid("Refused or given up, the earliest first")
            .texts("At", "Destination", "Incident", "Severity", "Outcome", "Reason");
    for (Entry entry : week.undelivered()) {
      grid.row(
          Figures.time(entry.at()),
          entry.destination(),
          entry.incidentId() + "#" + entry.sequence(),
          entry.severity(),
          entry.outcome().label().replace('_', ' '),
          entry.reason());
    }
    String remedy = "To try again: groundswell notify --config FILE --redeliver all";
    return new Section(title, List.of(remedy), grid);
  }

  private Section subjects() {
    String title = "Noisiest subjects";
    List<SubjectRow> rows = week.subjects();
    if (rows.isEmpty()) {
      return Section.of(title, "No incidents.");
    }
    Grid grid =
        new Grid("The most told of first").texts("Subject").numbers("Incidents", "Paged", "False");
    for (SubjectRow row : rows.subList(0, Math.min(NOISIEST, rows.size()))) {
      grid.row(
          row.subject(),
          Say.number(row.incidents()),
          ifDelivered(row.paged()),
          Say.number(row.falseOnes()));
    }
    int others = rows.size() - NOISIEST;
    List<String> rest =
        others > 0 ? List.of("And %s.".formatted(Say.count(others, "other"))) : List.of();
    return new Section(title, rest, grid);
  }

  private Section mutes(boolean known) {
    String title = "Mutes";
    List<String> sentences = new ArrayList<>();
    if (!known) {
      sentences.add(
          "The mutes themselves were not given: only those are known that held something back.");
    }
    if (week.mutes().isEmpty()) {
      sentences.add(known ? "No mutes." : "No mute held back anything.");
      return new Section(title, sentences, null);
    }
    Grid grid =
        new Grid("Mutes that held on these days")
            .texts("Subject", "Until", "Because", "By")
            .numbers("Incidents", "Paged all the same")
            .texts("Which");
    for (MuteRow row : week.mutes()) {
      Mute mute = row.mute();
      grid.row(
          mute.subject(),
          Figures.time(mute.until()) + (row.ended() ? "" : ", still on"),
          mute.because(),
          mute.by(),
          Say.number(row.muted().size()),
          ifDelivered(row.paged()),
          titles(row.muted()));
    }
    return new Section(title, sentences, grid);
  }

  private static String titles(List<String> muted) {
    String first = String.join("; ", muted.subList(0, Math.min(TITLES, muted.size())));
    int others = muted.size() - TITLES;
    return others > 0 ? first + "; and " + Say.count(others, "other") : first;
  }
}
