package io.groundswell.domain.report;

import io.groundswell.domain.baseline.Elementary;
import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Letters;
import io.groundswell.domain.triage.Meanings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Sketches reports so that those of one fault are alike in whatever words and languages: by their
 * words and runs of characters, by concepts and meanings, which languages share, and by the
 * components that they name. What is unusual for the product weighs more.
 *
 * <p>Reusable, not thread-safe.
 */
final class Sketcher {
  /** All runs of characters of a word together, beside the word's own weight of 1. */
  private static final double GRAMS = .5;

  private static final double CONCEPT = 1.6;

  /** Everybody says that something is broken: it tells less than what is lost, late or slow. */
  private static final double VAGUE_MEANING = 1.4;

  private static final double MEANING = 3;
  private static final Set<String> VAGUE = Set.of("FAULT", "CANNOT", "SERVICE", "not FUNCTION");

  /** The most that a word can weigh is 7: the source has already told components apart. */
  private static final double COMPONENT = 4;

  /** For words and characters of which nobody knows how usual they are. */
  private static final double UNKNOWN = 4;

  private static final double CHARACTERS = 1;
  private static final int GRAM = 4;
  private static final double LEAST_USUAL = .001;

  private final Concepts concepts = Concepts.shipped();
  private final Meanings meanings = new Meanings();

  /** What a report says. */
  Sketch sketch(Reading reading) {
    Map<String, Double> features = new HashMap<>();
    for (Token token : reading.tokens()) {
      if (token.telling()) {
        word(token, features);
      }
    }
    concepts(reading).forEach((concept, weight) -> put(features, "concept", concept, weight));
    String text = reading.report().quote().text();
    characters(Folding.fold(text), features);
    for (String meaning : meanings.of(text)) {
      put(features, "meaning", meaning, VAGUE.contains(meaning) ? VAGUE_MEANING : MEANING);
    }
    reading.components().forEach(key -> put(features, "component", key, COMPONENT));
    return Sketch.of(features);
  }

  /** What a report is about, and how much each concept weighs. */
  Map<String, Double> concepts(Reading reading) {
    Map<String, Double> found = new TreeMap<>();
    List<Token> tokens = reading.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      Set<String> ofWord = token.telling() ? concepts.ofWord(token.text()) : Set.of();
      ofWord.forEach(concept -> found.merge(concept, CONCEPT * weight(token), Math::max));
      if (i > 0) {
        double weight = CONCEPT * Math.max(weight(tokens.get(i - 1)), weight(token));
        concepts
            .ofPhrase(tokens.get(i - 1).text(), token.text())
            .forEach(concept -> found.merge(concept, weight, Math::max));
      }
    }
    concepts
        .ofSpaceless(reading.report().quote().text())
        .forEach(concept -> found.merge(concept, CONCEPT * UNKNOWN, Math::max));
    return found;
  }

  /** Whether people of some language complain in this word of what they have, not of a change. */
  boolean isKnown(String word) {
    return !concepts.ofWord(word).isEmpty()
        || meanings.of(word).stream().anyMatch(meaning -> !meaning.equals("CHANGE"));
  }

  /** Whether a text says in a way that the lexicons know what is wrong. */
  boolean saysWhatIsWrong(String text) {
    return !meanings.of(text).isEmpty();
  }

  /** Whether a text answers, asks or thanks rather than says what is wrong. */
  boolean isAside(String text) {
    return text.indexOf('?') >= 0 || meanings.thanks(text);
  }

  private static void word(Token token, Map<String, Double> features) {
    double weight = weight(token);
    put(features, "word", token.stem(), weight);
    String text = token.text();
    int grams = text.length() - GRAM + 1;
    for (int i = 0; i < grams; i++) {
      put(features, "gram", text.substring(i, i + GRAM), GRAMS * weight / Math.sqrt(grams));
    }
  }

  private static double weight(Token token) {
    return -Elementary.log(Math.max(LEAST_USUAL, token.usual()));
  }

  /** Pairs and triples of characters stand for words where these are not told apart. */
  private static void characters(String text, Map<String, Double> features) {
    int run = 0;
    for (int end = 1; end <= text.length(); end++) {
      run = Letters.isSpaceless(text.charAt(end - 1)) ? run + 1 : 0;
      for (int letters = 2; letters <= Math.min(3, run); letters++) {
        put(features, "gram", text.substring(end - letters, end), CHARACTERS);
      }
    }
  }

  private static void put(Map<String, Double> features, String kind, String name, double weight) {
    features.merge(kind + ' ' + name, weight, Math::max);
  }
}
