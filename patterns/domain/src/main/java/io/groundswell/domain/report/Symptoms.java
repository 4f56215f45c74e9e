package io.groundswell.domain.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the words and phrases that set the reports of one language apart from the product's past
 * complaints in that language.
 */
final class Symptoms {
  static final Comparator<Finding> STRONGEST =
      Comparator.comparingDouble((Finding finding) -> -finding.strength())
          .thenComparing(finding -> finding.symptom().term())
          .thenComparing(finding -> finding.symptom().lang());

  /** By chance a word has so much once in a hundred (chi-squared, one degree of freedom). */
  private static final double LEAST_SURPRISE = 6.63;

  private static final double LEAST_LIFT = 2;

  /** Fewer reports of a language are few. */
  private static final int FEW = 8;

  /** A word of which so many stand in one phrase is shown as that phrase. */
  private static final double NEARLY_ALWAYS = .6;

  /** Words that complaints of any product are known to use tell more than others. */
  private static final double KNOWN = 1.3;

  /** "exe", "ios": the shortest words are seldom a symptom. */
  private static final double SHORT = .5;

  private static final int SHORTEST = 3;

  private final List<Reading> readings;
  private final Spelling spelling;
  private final Predicate<String> known;

  /**
   * Of reports.
   *
   * @param known whether a word is one that complaints of any product use
   */
  Symptoms(List<Reading> readings, Predicate<String> known) {
    this.readings = readings;
    this.spelling = new Spelling(readings.stream().map(r -> r.report().quote().text()));
    this.known = known;
  }

  /** All languages' findings, the strongest first. */
  List<Finding> find() {
    Map<String, List<Integer>> byLanguage =
        IntStream.range(0, readings.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    place -> readings.get(place).lang(), TreeMap::new, Collectors.toList()));
    return byLanguage.entrySet().stream()
        .flatMap(entry -> findIn(entry.getKey(), entry.getValue()))
        .sorted(STRONGEST)
        .toList();
  }

  private Stream<Finding> findIn(String lang, List<Integer> places) {
    int n = places.size();
    Map<String, Usage> words = new TreeMap<>();
    Map<String, Usage> phrases = new TreeMap<>();
    for (int place : places) {
      Reading reading = readings.get(place);
      for (Token token : reading.tokens()) {
        if (token.telling()) {
          words
              .computeIfAbsent(token.stem(), stem -> new Usage(List.of(stem)))
              .add(place, token.text(), token.usual());
        }
      }
      for (Phrase phrase : Phrase.of(reading)) {
        phrases
            .computeIfAbsent(
                phrase.stem(),
                stem -> new Usage(List.of(phrase.first().stem(), phrase.second().stem())))
            .add(place, phrase.text(), phrase.usual());
      }
    }
    List<Usage> standOut = words.values().stream().filter(usage -> standsOut(usage, n)).toList();
    return withPhrases(standOut, words, phrases, n).stream().map(usage -> finding(usage, n, lang));
  }

  private static boolean standsOut(Usage usage, int n) {
    return usage.count() >= (n < FEW ? 2 : 3)
        && usage.lift(n) >= LEAST_LIFT
        && usage.surprise(n) >= LEAST_SURPRISE;
  }

  /** Puts phrases in the place of words that nearly always stand in them. */
  private static List<Usage> withPhrases(
      List<Usage> words, Map<String, Usage> allWords, Map<String, Usage> phrases, int n) {
    Set<String> candidates = new HashSet<>();
    words.forEach(word -> candidates.addAll(word.stems()));
    List<Usage> commonest =
        phrases.values().stream()
            .filter(phrase -> standsOut(phrase, n))
            .sorted(
                Comparator.comparingInt((Usage phrase) -> -phrase.count())
                    .thenComparing(Usage::form))
            .toList();
    List<Usage> found = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Usage phrase : commonest) {
      Set<String> bound =
          phrase.stems().stream()
              .filter(candidates::contains)
              .filter(stem -> isNearlyAlwaysIn(phrase, allWords.get(stem)))
              .collect(Collectors.toSet());
      if (!bound.isEmpty() && phrase.stems().stream().noneMatch(taken::contains)) {
        found.add(phrase);
        taken.addAll(bound);
      }
    }
    words.stream().filter(word -> !taken.containsAll(word.stems())).forEach(found::add);
    return found;
  }

  private static boolean isNearlyAlwaysIn(Usage phrase, Usage word) {
    return word != null && phrase.count() >= NEARLY_ALWAYS * word.count();
  }

  private Finding finding(Usage usage, int n, String lang) {
    String form = usage.form();
    double strength = usage.surprise(n);
    if (Stream.of(form.split(" ", -1)).anyMatch(known)) {
      strength *= KNOWN;
    } else if (form.length() <= SHORTEST) {
      strength *= SHORT;
    }
    Symptom symptom =
        new Symptom(spelling.of(form), usage.lift(n), (double) usage.count() / n, lang);
    return new Finding(symptom, usage.stems(), usage.reports(), strength);
  }
}
