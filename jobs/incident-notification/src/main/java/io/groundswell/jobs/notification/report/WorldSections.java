package io.groundswell.jobs.notification.report;

import io.groundswell.domain.lead.LeadEntry;
import io.groundswell.domain.lead.LeadSum;
import io.groundswell.domain.lead.Warned;
import io.groundswell.jobs.surge.html.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How incidents stand to the world: the support queue, the catalogue, and what is read. */
final class WorldSections {
  private static final int NAMES = 15;
  private static final String NO_LEDGER = "No ledger was given, so this is not known.";

  private WorldSections() {}

  static List<Section> of(Records records, Week week) {
    List<Section> sections = new ArrayList<>();
    sections.add(leads(week.leads()));
    sections.add(gaps(week.drift(), records.totals()));
    sections.add(drift(week.drift(), records.totals(), week.all()));
    sections.add(sources(records));
    return sections;
  }

  private static Section leads(@Nullable Leads leads) {
    String title = "Leads";
    if (leads == null) {
      return Section.of(title, "No lead ledger was given, so this is not known.");
    }
    LeadSum sum = leads.sum();
    if (sum.incidents() + sum.queueSurges() == 0) {
      return Section.of(title, "Neither incidents nor surges of the support queue.");
    }
    List<String> sentences = new ArrayList<>();
    if (leads.simulated()) {
      sentences.add("The support queue is simulated: these leads are no evidence.");
    }
    if (sum.incidents() > 0) {
      sentences.add(Highlights.lead(leads));
      sentences.add(
          "Ahead %d, behind %d, without a surge of the queue %d, not known yet %d."
              .formatted(sum.ahead(), sum.behind(), sum.noSupportSurge(), sum.unknown()));
    }
    sentences.add(
        "The %s surged %s: %d told before, %d told later, %d not told at all."
            .formatted(
                Say.queue(leads.simulated()),
                sum.queueSurges() == 1 ? "once" : Say.count(sum.queueSurges(), "time"),
                sum.warned(),
                sum.toldLater(),
                sum.unwarned()));
    return new Section(title, sentences, leads.misses().isEmpty() ? null : misses(leads));
  }

  private static Grid misses(Leads leads) {
    Grid grid =
        new Grid("Surges of the queue before which nobody was told")
            .texts("Began", "What surged in the " + Say.queue(leads.simulated()), "Told");
    for (LeadEntry entry : leads.misses()) {
      grid.row(
          Figures.time(entry.at()),
          entry.about(),
          entry.warned() == Warned.TOLD_LATER ? "later, " + entry.incidentId() : "never");
    }
    return grid;
  }

  private static Section gaps(@Nullable Drift drift, @Nullable Totals totals) {
    List<String> sentences = new ArrayList<>();
    if (drift != null) {
      sentences.add(unmatched(drift));
    } else if (totals != null) {
      Counted all = totals.counted();
      sentences.add(
          all.complaints() == 0
              ? "No complaints."
              : "%s of %s in the whole run name no product of the catalogue."
                  .formatted(
                      Say.percent(all.unmatchedShare()), Say.count(all.complaints(), "complaint")));
    } else {
      sentences.add(NO_LEDGER);
    }
    if (totals == null || totals.unmatched().isEmpty()) {
      return new Section("Catalogue gaps", sentences, null);
    }
    sentences.add("Names that the catalogue may lack, the commonest in the whole run first:");
    Grid grid = new Grid("What people name").texts("Name").numbers("Complaints");
    totals.unmatched().stream()
        .limit(NAMES)
        .forEach(name -> grid.row(name.name(), Say.number(name.posts())));
    return new Section("Catalogue gaps", sentences, grid);
  }

  private static String unmatched(Drift drift) {
    Counted now = drift.now().counted();
    if (now.complaints() == 0) {
      return "No complaints.";
    }
    OptionalDouble before =
        drift.before().stream()
            .filter(span -> span.period().equals(drift.now().period().before(1)))
            .findFirst()
            .map(span -> span.counted().unmatchedShare())
            .orElse(OptionalDouble.empty());
    return "%s of %s name no product of the catalogue; %s."
        .formatted(
            Say.percent(now.unmatchedShare()),
            Say.count(now.complaints(), "complaint"),
            before.isPresent()
                ? Say.percent(before) + " in the " + length(drift) + " before"
                : "of the " + length(drift) + " before nothing is known");
  }

  private static String length(Drift drift) {
    Period period = drift.now().period();
    return period.isWeek() ? "week" : Say.count(period.days(), "day");
  }

  /** Whether complaints are a larger or smaller part of posts than they were. */
  static String drifted(Drift drift) {
    Span now = drift.now();
    Span earlier = drift.earlier();
    if (now.days() == 0) {
      return "No posts were read in %s.".formatted(now.period().name());
    }
    String said =
        "%s of posts are complaints".formatted(Say.percent(now.counted().complaintShare()));
    if (earlier.counted().posts() == 0) {
      return said + "; of the time before nothing is known.";
    }
    String change =
        drift.isNotable()
            ? ": look whether triage or what it is given has changed."
            : ", which is what weeks are like.";
    return "%s, %s on the %s before that were read%s"
        .formatted(
            said,
            Say.percent(earlier.counted().complaintShare()),
            Say.count(earlier.days(), "day"),
            change);
  }

  private static Section drift(@Nullable Drift drift, @Nullable Totals totals, TeamRow all) {
    String title = "Model drift";
    List<String> sentences = new ArrayList<>();
    if (drift == null) {
      sentences.add(totals == null ? NO_LEDGER : overAll(totals.counted()));
      sentences.add(falseOnes(all));
      return new Section(title, sentences, null);
    }
    sentences.add(drifted(drift));
    sentences.add(falseOnes(all));
    if (drift.now().days() < drift.now().period().days()) {
      sentences.add(
          "Posts were read on %d of its %s."
              .formatted(drift.now().days(), Say.count(drift.now().period().days(), "day")));
    }
    Grid grid =
        new Grid("Beside the time before")
            .texts("When")
            .numbers("Posts a day", "Complaints", "Of nobody known", "False verdicts");
    row(grid, drift.now());
    drift.before().forEach(span -> row(grid, span));
    return new Section(title, sentences, grid);
  }

  private static String overAll(Counted counted) {
    return counted.posts() == 0
        ? "No posts."
        : "%s of %s in the whole run are complaints; without a ledger nothing is known by day."
            .formatted(Say.percent(counted.complaintShare()), Say.count(counted.posts(), "post"));
  }

  private static void row(Grid grid, Span span) {
    grid.row(
        span.period().name(),
        Figures.or(span.postsPerDay(), Figures::number),
        Say.percent(span.counted().complaintShare()),
        Say.percent(span.counted().unmatchedShare()),
        span.falseShare().isPresent()
            ? "%s of %d".formatted(Say.percent(span.falseShare()), span.real() + span.falseOnes())
            : "no verdicts");
  }

  private static String falseOnes(TeamRow all) {
    int judged = all.real() + all.falseOnes();
    return judged == 0
        ? "No verdicts were given, so nothing is known of false incidents."
        : "%d of %s judged real or false were false."
            .formatted(all.falseOnes(), Say.count(judged, "incident"));
  }

  /** What a reader has to know before reading anything into what is not there. */
  private static Section sources(Records records) {
    List<String> missing = new ArrayList<>();
    missing(missing, records.deliveries(), "deliveries");
    missing(missing, records.verdicts(), "verdicts");
    missing(missing, records.mutes(), "mutes");
    missing(missing, records.leads(), "the lead ledger");
    missing(missing, records.days(), "the ledger");
    List<String> sentences = new ArrayList<>();
    sentences.add(
        missing.isEmpty()
            ? "All that there is to read was read."
            : "Not given, so not known: %s.".formatted(String.join(", ", missing)));
    if (records.verdicts() == null) {
      sentences.add("Of answers, only those are known that incidents themselves tell.");
    }
    sentences.addAll(records.passedOver());
    sentences.add("Weeks begin on Monday; all times are UTC.");
    return new Section("What this is made of", sentences, null);
  }

  private static void missing(List<String> missing, @Nullable Object given, String name) {
    if (given == null) {
      missing.add(name);
    }
  }
}
