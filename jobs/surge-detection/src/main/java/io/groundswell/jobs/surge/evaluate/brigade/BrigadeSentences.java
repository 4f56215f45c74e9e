package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.jobs.surge.html.Figures;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What came of brigades in words, the same on a page and at a terminal. */
final class BrigadeSentences {
  private BrigadeSentences() {}

  /** The result for somebody who reads nothing else. */
  static List<String> of(BrigadeResult result) {
    return List.of(measured(result), claim(result), chance(result));
  }

  private static String measured(BrigadeResult result) {
    String seeds =
        result.plan().seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    return "Brigades against %d real complaints an hour; the main job over %d products, each watched as if"
            .formatted(BrigadePlan.USUAL_AN_HOUR, result.outcomes().size())
        + " alone with one false incident a week; %s %s."
            .formatted(result.plan().seeds().size() == 1 ? "seed" : "seeds", seeds);
  }

  private static String claim(BrigadeResult result) {
    List<Outcome> opened = result.tooFew();
    String brigades =
        "%d brigades of fewer than %d authors, paraphrases aside, opened "
            .formatted(result.ofTooFew(), BrigadePlan.LEAST);
    return brigades
        + (opened.isEmpty()
            ? "nothing."
            : opened.size()
                + " incidents: "
                + opened.stream().map(BrigadeSentences::name).collect(Collectors.joining(", "))
                + ".");
  }

  private static String name(Outcome outcome) {
    Trial trial = outcome.trial();
    return "%s of %d in %s (template %d, seed %d)"
        .formatted(
            trial.what(), trial.scripted(), time(trial.length()), trial.template(), trial.seed());
  }

  private static String chance(BrigadeResult result) {
    int chance = result.byChance();
    return chance == 0
        ? "Where nobody came beside the usual people, nothing opened at that time."
        : "Where nobody came beside the usual people, %d of %d opened at that time by chance."
            .formatted(chance, result.plan().seeds().size());
  }

  /** What the trials of an outage inside a brigade are. */
  static String hiddenTitle() {
    return "A true outage of %d people inside a brigade of %d"
        .formatted(BrigadePlan.HIDDEN, BrigadePlan.AROUND);
  }

  /** The fewest that opened in this share of trials, or a dash. */
  static String fewest(BrigadeRow row, double share) {
    OptionalInt fewest = row.fewest(share);
    return fewest.isPresent() ? String.valueOf(fewest.getAsInt()) : Figures.NONE;
  }

  /** A length, as it is said. */
  static String time(Duration length) {
    return Figures.minutes((double) length.toMinutes());
  }
}
