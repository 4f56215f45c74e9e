package io.groundswell.domain.briefing;

import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.change.Verdict;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Commonality;
import io.groundswell.domain.report.Fault;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says in words what posts tell of an incident, as a careful colleague would. */
final class Telling {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final int MOST_NAMES = 4;
  private static final int MOST_CHANGES = 2;

  private Telling() {}

  /**
   * The desk's explanation, and what posts say.
   *
   * @param before when people were told before this, epoch milliseconds; 0 where never
   */
  static String explanation(Briefing briefing, long before) {
    List<String> sentences = new ArrayList<>();
    sentences.add(briefing.update().explanation());
    symptoms(briefing.commonality(), sentences);
    faults(briefing.commonality(), sentences);
    reach(briefing, before, sentences);
    changes(briefing.suspicions(), sentences);
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
            .filter(part -> !Headline.isSubject(briefing.update().subject(), part))
            .filter(part -> Headline.isOutermost(part, reach))
            .filter(part -> !reach.everywhere() || part.kind() != Kind.REGION)
            .toList();
    if (reach.everywhere()) {
      sentences.add("It is everywhere that complaints usually come from.");
    }
    if (!reached.isEmpty()) {
      sentences.add(
          "Reached, in this order: "
              + Headline.joined(
                  reached.stream()
                      .map(
                          part ->
                              part.name() + " " + CLOCK.format(Instant.ofEpochMilli(part.since())))
                      .toList())
              + ".");
    }
    added(reached, before, sentences);
    if (!reach.spared().isEmpty()) {
      sentences.add("Not in %s, which would show it.".formatted(Headline.joined(reach.spared())));
    }
  }

  private static void changes(List<Suspicion> suspicions, List<String> sentences) {
    for (Verdict verdict : Verdict.values()) {
      String all =
          suspicions.stream()
              .filter(one -> one.finding().verdict() == verdict)
              .limit(MOST_CHANGES)
              .map(one -> Grounds.name(one.finding().change()) + " (" + one.reason() + ")")
              .collect(Collectors.joining("; "));
      if (!all.isEmpty()) {
        sentences.add(introduction(verdict) + all + ".");
      }
    }
  }

  private static String introduction(Verdict verdict) {
    return switch (verdict) {
      case SUSPECT -> "Suspected: ";
      case POSSIBLE -> "Changed before, but that says little: ";
      case RULED_OUT -> "Ruled out: ";
      case REMEDY -> "Done about it: ";
    };
  }

  private static void added(List<Part> reached, long before, List<String> sentences) {
    List<String> added =
        reached.stream()
            .filter(part -> before > 0 && part.since() > before)
            .map(Part::name)
            .toList();
    if (!added.isEmpty()) {
      sentences.add("New since the last update: " + Headline.joined(added) + ".");
    }
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
