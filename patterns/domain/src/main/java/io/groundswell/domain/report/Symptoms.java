package io.groundswell.domain.report;

import java.util.ArrayList;
import java.util.Collection;
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
import org.jspecify.annotations.Nullable;

/**
 * Finds the words and phrases that set the reports of one language apart from the product's past
 * complaints in that language.
 */
final class Symptoms {
  static final Comparator<Finding> STRONGEST =
      Comparator.comparingDouble((Finding finding) -> -finding.strength())
          .thenComparing(finding -> finding.symptom().term())
          .thenComparing(finding -> finding.symptom().lang());

  /** By chance a word is so common once in a hundred (chi-squared, one degree of freedom). */
  private static final double LEAST_SURPRISE = 6.63;

  private static final double LEAST_LIFT = 2;

  /** The same for words that complaints are known to use: once in twenty. They are few. */
  private static final double LEAST_SURPRISE_OF_KNOWN = 3.84;

  private static final double LEAST_LIFT_OF_KNOWN = 1.5;

  /** For terms that name a fault: of several faults at once none need be much more common. */
  private static final double LEAST_LIFT_OF_NAMED = 1.2;

  /** Of fewer reports, two are enough to show something; else three. */
  private static final int FEW = 12;

  /** Of many reports, one in so many. */
  private static final int SHARE = 12;

  /** A word of which so many stand in one phrase is shown as that phrase. */
  private static final double NEARLY_ALWAYS = .6;

  /** Words that complaints of any product are known to use tell more than others. */
  private static final double KNOWN = 2;

  /** "exe", "ios": the shortest words are seldom a symptom. */
  private static final double SHORT = .5;

  private static final int SHORTEST = 3;

  private final List<Reading> readings;
  private final Spelling spelling;
  private final Predicate<String> known;
  private final Set<List<String>> named;

  /**
   * Of reports.
   *
   * @param known whether a word is one that complaints of any product use
   * @param named stems of terms that name a fault: a little more common than usual is enough
   */
  Symptoms(List<Reading> readings, Predicate<String> known, Set<List<String>> named) {
    this.readings = readings;
    this.spelling = new Spelling(readings.stream().map(r -> r.report().quote().text()));
    this.known = known;
    this.named = named;
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
    places.forEach(place -> count(place, words, phrases));
    words.values().removeIf(usage -> !standsOut(usage, n));
    phrases.values().removeIf(usage -> !standsOut(usage, n));
    return withPhrases(words, phrases.values()).stream().map(usage -> finding(usage, n, lang));
  }

  private void count(int place, Map<String, Usage> words, Map<String, Usage> phrases) {
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
          .computeIfAbsent(phrase.stem(), stem -> new Usage(phrase.stems()))
          .add(place, phrase.text(), phrase.usual());
    }
  }

  /** So many of {@code n} reports are more than a few odd ones. */
  static int enough(int n) {
    return Math.max(n < FEW ? 2 : 3, n / SHARE);
  }

  private boolean standsOut(Usage usage, int n) {
    if (usage.count() < enough(n)) {
      return false;
    }
    double lift = usage.lift(n);
    double surprise = usage.surprise(n);
    boolean much = lift >= LEAST_LIFT && surprise >= LEAST_SURPRISE;
    boolean some = lift >= LEAST_LIFT_OF_KNOWN && surprise >= LEAST_SURPRISE_OF_KNOWN;
    return much
        || (some && isKnown(usage.form()))
        || (lift >= LEAST_LIFT_OF_NAMED && named.contains(usage.stems()));
  }

  private boolean isKnown(String form) {
    return Stream.of(form.split(" ", -1)).anyMatch(known);
  }

  /** Puts phrases in the place of words that nearly always stand in them. */
  private static List<Usage> withPhrases(Map<String, Usage> words, Collection<Usage> phrases) {
    List<Usage> commonest =
        phrases.stream()
            .sorted(
                Comparator.comparingInt((Usage phrase) -> -phrase.count())
                    .thenComparing(Usage::form))
            .toList();
    List<Usage> found = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Usage phrase : commonest) {
      List<String> bound =
          phrase.stems().stream().filter(stem -> isBound(words.get(stem), phrase)).toList();
      if (!bound.isEmpty() && phrase.stems().stream().noneMatch(taken::contains)) {
        found.add(phrase);
        taken.addAll(bound);
      }
    }
    words.forEach(
        (stem, word) -> {
          if (!taken.contains(stem)) {
            found.add(word);
          }
        });
    return found;
  }

  /** Whether a word stands out, and nearly always in this phrase. */
  private static boolean isBound(@Nullable Usage word, Usage phrase) {
    return word != null && phrase.count() >= NEARLY_ALWAYS * word.count();
  }

  private Finding finding(Usage usage, int n, String lang) {
    String form = usage.form();
    boolean isKnown = isKnown(form);
    double strength = usage.surprise(n);
    if (isKnown) {
      strength *= KNOWN;
    } else if (form.length() <= SHORTEST) {
      strength *= SHORT;
    }
    Symptom symptom =
        new Symptom(
            spelling.of(form),
            usage.lift(n),
            (double) usage.count() / n,
            lang,
            usage.count(),
            usage.surprise(n),
            isKnown);
    return new Finding(symptom, usage.stems(), usage.reports(), strength);
  }
}
