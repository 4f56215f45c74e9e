package io.groundswell.jobs.surge.evaluate.truth;

import io.groundswell.jobs.surge.html.Cell;
import io.groundswell.jobs.surge.html.Cell.Tone;
import io.groundswell.jobs.surge.html.Figures;
import io.groundswell.jobs.surge.html.Page;
import io.groundswell.jobs.surge.html.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** An evaluation as a page for people. */
final class TruthPage {
  private static final String[] DEFINITIONS = {
    "A row of the truth counts an incident of kind surge that was detected in its period about one"
        + " of its subjects, or that had one of them in its blast radius in an update in its period.",
    "Recall: of the rows that must be told, the share with an incident that counts. An incident is"
        + " explained where it counts for a row that must or may be told; one that counts for a row"
        + " that must never be told is false.",
    "An alarm is an incident opened or reopened. It is unexplained where its incident is; a reopening"
        + " also where it comes outside the period of every row that covers it. The interval is the"
        + " exact 95 % interval of a Poisson mean, over the weeks from the first bucket to the last.",
    "Delay after onset: from the beginning of the row's period to the first update that counts. Delay"
        + " after the n-th related post: from the end of the bucket with the n-th complaint about the"
        + " subject that is followed; below 0 where the incident came before that complaint. Medians"
        + " are over the rows that must be told and were.",
    "Lead: from the first update that counts to official_at, the company's own bug, status post or"
        + " ticket; over the rows that name it and were told.",
    "What opened an incident: count, so many complained; texts, they said alike, without which they"
        + " would have been too few; term, a term that hardly anybody had used before; across, several"
        + " subjects rose together, none of them enough by itself. Texts: their share of the evidence.",
    "Time in alert: the share of the evaluated time during which at least one incident was open."
  };

  private final Evaluation evaluation;
  private final Volumes volumes;
  private final Setup setup;

  TruthPage(Evaluation evaluation, Volumes volumes, Setup setup) {
    this.evaluation = evaluation;
    this.volumes = volumes;
    this.setup = setup;
  }

  String html() {
    Page page = new Page("Groundswell against what is known to have happened");
    page.note(evaluation.weeks() > 0 ? input() : "There was nothing to count in the input.");
    figures(page);
    moreFigures(page);
    page.heading("What happened").table(rows());
    if (evaluation.count(Verdict.CAUGHT) > 0) {
      page.table(afterPosts());
    }
    if (!evaluation.openings().isEmpty()) {
      page.heading("What opened incidents").text(Sentences.byEvidence(evaluation) + ".");
      page.table(OpeningsTable.of(evaluation));
    }
    page.heading("What nothing explains");
    unexplained(page);
    others(page);
    page.heading("Row by row");
    RowPlots plots = new RowPlots(volumes, setup);
    evaluation.rows().forEach(row -> plots.add(page, row));
    page.heading("How it is counted");
    List.of(DEFINITIONS).forEach(page::text);
    return page.html();
  }

  private String input() {
    return "%s from %s to %s (%s weeks), judged by %s. The policy's budget of false incidents: %s a week."
        .formatted(
            "counts".equals(setup.source()) ? "Counts" : "Posts",
            Figures.time(evaluation.begin()),
            Figures.time(evaluation.end()),
            Figures.number(evaluation.weeks()),
            setup.truth(),
            Figures.number(setup.budgetPerWeek()));
  }

  private void figures(Page page) {
    page.figure(
        "Caught",
        "%d of %d".formatted(evaluation.count(Verdict.CAUGHT), evaluation.musts()),
        "recall " + Figures.or(evaluation.recall(), Figures::percent));
    page.figure(
        "Delay after onset",
        minutes(Evaluation.median(evaluation.delays())),
        "median; %s, %s"
            .formatted(
                Sentences.afterPost(evaluation, 1),
                Sentences.afterPost(evaluation, RowVerdict.MOST_POSTS)));
    page.figure(
        "Unexplained alarms a week",
        Figures.or(evaluation.alarmsPerWeek(), Figures::number),
        "%d in all; 95 %% interval %s; budget %s"
            .formatted(
                evaluation.alarms().size(),
                Sentences.interval(evaluation),
                Figures.number(setup.budgetPerWeek())));
  }

  private void moreFigures(Page page) {
    page.figure(
        "False where nothing must be told",
        String.valueOf(evaluation.falseIncidents()),
        "%d of %d such rows were quiet"
            .formatted(
                evaluation.count(Verdict.QUIET),
                evaluation.count(Verdict.QUIET) + evaluation.count(Verdict.FALSE)));
    page.figure(
        "Incidents per cause",
        Figures.or(Evaluation.mean(evaluation.incidentsPerCause()), Figures::number),
        "on average; at most "
            + Figures.or(Evaluation.max(evaluation.incidentsPerCause()), Figures::number));
    page.figure(
        "Time in alert",
        Figures.percent(evaluation.inAlert()),
        Figures.percent(evaluation.inAlertOutside()) + " outside the truth's periods");
    double[] leads = evaluation.leads();
    if (leads.length > 0) {
      page.figure(
          "Lead over the official word",
          minutes(Evaluation.median(leads)),
          "median of %d; below 0 where it came first".formatted(leads.length));
    }
  }

  private static String minutes(OptionalDouble figure) {
    return Figures.or(figure, Figures::minutes);
  }

  private Table rows() {
    Table table =
        new Table(
            "Rows of the truth, and what came of them",
            "Row",
            "Asked",
            "Result",
            "Told at",
            "After onset",
            "Lead",
            "Incidents",
            "What it was");
    for (RowVerdict verdict : evaluation.rows()) {
      TruthRow row = verdict.row();
      boolean none = verdict.caught().isEmpty();
      table.row(
          Cell.link(row.id(), RowPlots.anchor(row)),
          Cell.text(row.expect().label()),
          Cell.badge(verdict.verdict().label(), tone(verdict.verdict())),
          Cell.time(none ? Figures.NONE : Figures.time(verdict.caught().get(0).at())),
          Cell.figure(minutes(verdict.afterOnset())),
          Cell.figure(minutes(verdict.lead())),
          Cell.figure(String.valueOf(verdict.caught().size())),
          Cell.text(note(verdict)));
    }
    return table;
  }

  private static String note(RowVerdict verdict) {
    String note = verdict.row().note();
    if (!verdict.inInput()) {
      return note + " (outside the input)";
    }
    return verdict.subject() == null ? note + " (nothing in its period names its subjects)" : note;
  }

  private static Tone tone(Verdict verdict) {
    return switch (verdict) {
      case CAUGHT, QUIET -> Tone.GOOD;
      case MISSED, FALSE -> Tone.BAD;
      case TOLD, NOT_TOLD -> Tone.PLAIN;
    };
  }

  private Table afterPosts() {
    List<String> headings = new ArrayList<>(List.of("Row"));
    IntStream.rangeClosed(1, RowVerdict.MOST_POSTS).forEach(n -> headings.add(n + "."));
    Table table =
        new Table(
            "Minutes from the n-th related post until it was told",
            headings.toArray(String[]::new));
    for (RowVerdict verdict : evaluation.rows()) {
      if (verdict.verdict() == Verdict.CAUGHT) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(verdict.row().id())));
        for (int n = 0; n < RowVerdict.MOST_POSTS; n++) {
          boolean there = n < verdict.afterPost().size();
          cells.add(Cell.figure(there ? Figures.number(verdict.afterPost().get(n)) : Figures.NONE));
        }
        table.row(cells.toArray(Cell[]::new));
      }
    }
    return table;
  }

  private void unexplained(Page page) {
    if (evaluation.alarms().isEmpty()) {
      page.text("Nothing: every alarm belongs to a row of the truth.");
      return;
    }
    Table table =
        new Table(
            "Alarms that nothing explains",
            "At",
            "Alarm",
            "Subject",
            "Open until",
            "What was told");
    for (Alarm alarm : evaluation.alarms()) {
      ToldIncident incident = alarm.incident();
      table.row(
          Cell.time(Figures.time(alarm.update().at())),
          Cell.text(alarm.update().status()),
          Cell.text(incident.subject()),
          Cell.time(
              incident.endedAt().isPresent()
                  ? Figures.time(incident.endedAt().getAsLong())
                  : "still open"),
          Cell.text((incident.severity() + " " + incident.title()).strip()));
    }
    page.table(table);
  }

  private void others(Page page) {
    if (evaluation.others().isEmpty()) {
      return;
    }
    Table table =
        new Table("Of other kinds: listed, never judged", "At", "Kind", "Subject", "What was told");
    for (ToldIncident incident : evaluation.others()) {
      table.row(
          Cell.time(Figures.time(incident.detectedAt())),
          Cell.text(incident.kind()),
          Cell.text(incident.subject()),
          Cell.text(incident.title()));
    }
    page.table(table);
  }
}
