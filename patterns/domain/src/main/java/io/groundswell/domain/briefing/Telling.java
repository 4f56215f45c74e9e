package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Names;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.incident.Titles;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Fault;
import io.groundswell.domain.report.Symptom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says in words what posts tell of an incident, as a careful colleague would. */
final class Telling {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** A part with less is not where most of it is. */
  private static final double MOST = .6;

  /** So much more than its usual share says something of where it is. */
  private static final double TELLING = 1.25;

  /** Places with less of it between them say little of where it is. */
  private static final double MUCH = .5;

  private static final int MOST_NAMES = 4;
  private static final int IN_TITLE = 2;

  /** What a smaller share of the reports have in common no title should name. */
  private static final double NAMED = .25;

  /** Of many words a few stand out a little by chance: chi-squared, one degree of freedom. */
  private static final double SURPRISING = 10.83;

  /** The same for words that complaints are known to use: they are few. */
  private static final double SURPRISING_OF_KNOWN = 6;

  /** Unless it is half of them, so many say it. */
  private static final int SEVERAL = 4;

  private final Names names;

  Telling(Names names) {
    this.names = names;
  }

  /**
   * One sentence.
   *
   * @param read how many reports it is based on
   */
  String title(
      IncidentUpdate update, Commonality commonality, Reach reach, int read, String where) {
    return Titles.surge(
        update.status(),
        names.of(update.subject()),
        what(commonality, read),
        Stream.of(where, also(update.subject(), reach))
            .filter(words -> !words.isEmpty())
            .collect(Collectors.joining(", ")),
        (double) update.observed(),
        update.expected(),
        update.updatedAt() - update.onsetAt());
  }

  /** Other products that it has reached. */
  private static String also(Subject subject, Reach reach) {
    List<String> products =
        reach.parts().stream()
            .filter(part -> part.kind() == Kind.PRODUCT && !isSubject(subject, part))
            .map(Part::name)
            .toList();
    return products.isEmpty() || subject.product() == null ? "" : "also " + joined(products);
  }

  /** What sets it apart; where no language has enough of that, what they have in common. */
  private static String what(Commonality commonality, int read) {
    List<String> terms =
        commonality.symptoms().stream()
            .filter(symptom -> isNamed(symptom, read))
            .map(Symptom::term)
            .toList();
    boolean none = commonality.symptoms().isEmpty();
    List<String> faults =
        commonality.faults().stream()
            .filter(fault -> fault.share() >= (none ? MOST : NAMED))
            .filter(fault -> none || fault.langs().size() > 1)
            .map(Fault::label)
            .toList();
    return (terms.isEmpty() ? faults : terms)
        .stream()
            .limit(IN_TITLE)
            .map(term -> '"' + term + '"')
            .collect(Collectors.joining(" and "));
  }

  private static boolean isNamed(Symptom symptom, int read) {
    int reports = symptom.reports();
    return symptom.surprise() >= (symptom.known() ? SURPRISING_OF_KNOWN : SURPRISING)
        && reports >= NAMED * read
        && (reports >= SEVERAL || 2 * reports >= read);
  }

  /** In a few words; empty where nothing is known, or it is where everything always is. */
  String where(Subject subject, Reach reach, Habits habits) {
    if (reach.everywhere()) {
      return "everywhere";
    }
    if (subject.region() != null) {
      return "";
    }
    List<Part> regions =
        reach.parts().stream()
            .filter(part -> part.kind() == Kind.REGION && isOutermost(part, reach))
            .filter(part -> part.share() >= TELLING * usual(subject, part, habits))
            .sorted(
                Comparator.comparingLong((Part part) -> -part.observed()).thenComparing(Part::id))
            .toList();
    if (regions.stream().mapToDouble(Part::share).sum() < MUCH) {
      return "";
    }
    Part largest = regions.get(0);
    return largest.share() >= MOST
        ? "mostly in " + largest.name()
        : "in " + joined(regions.stream().map(Part::name).toList());
  }

  /** Whether no other part contains it. */
  private static boolean isOutermost(Part part, Reach reach) {
    return reach.parts().stream().noneMatch(other -> part.id().startsWith(other.id() + "-"));
  }

  private static double usual(Subject subject, Part part, Habits habits) {
    String product = subject.product();
    return product == null || !habits.tell()
        ? 0
        : habits.share(Subject.productIn(product, part.id()).key());
  }

  private static String joined(List<String> all) {
    if (all.size() <= MOST_NAMES) {
      return String.join(", ", all);
    }
    return String.join(", ", all.subList(0, MOST_NAMES - 1))
        + " and %d more".formatted(all.size() - MOST_NAMES + 1);
  }

  /**
   * The desk's explanation, and what posts say.
   *
   * @param before when people were told before this, epoch milliseconds; 0 where never
   */
  String explanation(Briefing briefing, long before) {
    List<String> sentences = new ArrayList<>();
    sentences.add(briefing.update().explanation());
    symptoms(briefing.commonality(), sentences);
    faults(briefing.commonality(), sentences);
    reach(briefing, before, sentences);
    counterfactuals(briefing, sentences);
    recovery(briefing, sentences);
    return String.join(" ", sentences);
  }

  private static void symptoms(Commonality commonality, List<String> sentences) {
    List<String> terms =
        commonality.symptoms().stream()
            .limit(MOST_NAMES)
            .map(
                symptom ->
                    String.format(
                        Locale.ROOT,
                        "\"%s\" (%d %% of the reports, %s times as often as usual)",
                        symptom.term(),
                        Math.round(100 * symptom.share()),
                        Figures.amount(symptom.lift())))
            .toList();
    if (!terms.isEmpty()) {
      sentences.add("What sets them apart: " + String.join("; ", terms) + ".");
    }
  }

  private static void faults(Commonality commonality, List<String> sentences) {
    List<Fault> faults = commonality.faults();
    if (faults.size() > 1) {
      sentences.add(
          "%d faults are reported: %s."
              .formatted(
                  faults.size(),
                  faults.stream()
                      .limit(MOST_NAMES)
                      .map(
                          fault ->
                              "%s (%d %%)"
                                  .formatted(fault.label(), Math.round(100 * fault.share())))
                      .collect(Collectors.joining(", "))));
    }
  }

  private static void reach(Briefing briefing, long before, List<String> sentences) {
    Reach reach = briefing.reach();
    List<Part> reached =
        reach.parts().stream()
            .filter(part -> !isSubject(briefing.update().subject(), part))
            .filter(part -> isOutermost(part, reach))
            .filter(part -> !reach.everywhere() || part.kind() != Kind.REGION)
            .toList();
    if (reach.everywhere()) {
      sentences.add("It is everywhere that complaints usually come from.");
    }
    if (!reached.isEmpty()) {
      sentences.add(
          "Reached, in this order: "
              + joined(
                  reached.stream()
                      .map(
                          part ->
                              part.name() + " " + CLOCK.format(Instant.ofEpochMilli(part.since())))
                      .toList())
              + ".");
    }
    added(reached, before, sentences);
    if (!reach.spared().isEmpty()) {
      sentences.add("Not in %s, which would show it.".formatted(joined(reach.spared())));
    }
  }

  private static void added(List<Part> reached, long before, List<String> sentences) {
    List<String> added =
        reached.stream()
            .filter(part -> before > 0 && part.since() > before)
            .map(Part::name)
            .toList();
    if (!added.isEmpty()) {
      sentences.add("New since the last update: " + joined(added) + ".");
    }
  }

  private static boolean isSubject(Subject subject, Part part) {
    return switch (part.kind()) {
      case PRODUCT -> part.id().equals(subject.product());
      case COMPONENT -> part.id().equals(subject.component());
      case REGION -> part.id().equals(subject.region());
    };
  }

  private static void counterfactuals(Briefing briefing, List<String> sentences) {
    if (briefing.update().status() != Status.OPENED || briefing.counterfactuals().isEmpty()) {
      return;
    }
    for (boolean opens : new boolean[] {true, false}) {
      String without =
          briefing.counterfactuals().stream()
              .filter(one -> one.opens() == opens)
              .map(Counterfactual::without)
              .collect(Collectors.joining(", and without "));
      if (!without.isEmpty()) {
        sentences.add(
            (opens ? "It would have opened without " : "It would not have opened yet without ")
                + without
                + ".");
      }
    }
    sentences.add("Reposts never count, nor do copies.");
  }

  private static void recovery(Briefing briefing, List<String> sentences) {
    Recovery recovery = briefing.recovery();
    boolean over = briefing.update().status() == Status.RESOLVED;
    if (recovery.falling() && !over) {
      sentences.add(
          "Complaints are falling: %d in the last ten minutes, %d at the peak."
              .formatted(recovery.now(), recovery.peak()));
    }
    if (recovery.backUp() > 0) {
      String where =
          recovery.regions().stream()
              .filter(region -> region.backUp() > 0)
              .limit(MOST_NAMES)
              .map(region -> "%d in %s".formatted(region.backUp(), region.name()))
              .collect(Collectors.joining(", "));
      sentences.add(
          "About %s that it works again%s."
              .formatted(
                  recovery.backUp() == 1 ? "1 person says" : recovery.backUp() + " people say",
                  where.isEmpty() ? "" : ", " + where));
    }
  }
}
