package io.groundswell.domain.report;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Letters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What complaints are about, in the words of many languages: "card", "tarjeta" and "Kreditkarte"
 * are one concept. All languages share one table, because a post's language is often unknown.
 */
final class Concepts {
  private static final int SHORTEST_BEGINNING = 2;
  private static final Concepts SHIPPED = load("concepts.txt");

  /** Concepts of words, and of phrases with a space between their words. */
  private final Map<String, Set<String>> whole = new HashMap<>();

  private final Map<String, Set<String>> beginnings = new HashMap<>();

  /** Looked for anywhere in a word: German glues words together. */
  private final Map<String, Set<String>> within = new HashMap<>();

  /** Looked for anywhere in a text, in scripts without spaces. */
  private final Map<String, Set<String>> spaceless = new HashMap<>();

  private Concepts() {}

  static Concepts shipped() {
    return SHIPPED;
  }

  /** Concepts of a folded word. */
  Set<String> ofWord(String word) {
    Set<String> found = new TreeSet<>(whole.getOrDefault(word, Set.of()));
    for (int end = SHORTEST_BEGINNING; end <= word.length(); end++) {
      found.addAll(beginnings.getOrDefault(word.substring(0, end), Set.of()));
    }
    within.forEach(
        (part, concepts) -> {
          if (word.contains(part)) {
            found.addAll(concepts);
          }
        });
    return found;
  }

  /** Concepts of two folded words, one after the other. */
  Set<String> ofPhrase(String first, String second) {
    return whole.getOrDefault(first + ' ' + second, Set.of());
  }

  /** Concepts of a text in a script without spaces. */
  Set<String> ofSpaceless(String text) {
    String folded = Folding.fold(text);
    Set<String> found = new TreeSet<>();
    spaceless.forEach(
        (part, concepts) -> {
          if (folded.contains(part)) {
            found.addAll(concepts);
          }
        });
    return found;
  }

  private static Concepts load(String resource) {
    Concepts concepts = new Concepts();
    for (String line : lines(resource)) {
      int colon = line.indexOf(':');
      for (String entry : line.substring(colon + 1).split(",", -1)) {
        concepts.add(line.substring(0, colon), Folding.fold(entry.strip()));
      }
    }
    return concepts;
  }

  private static List<String> lines(String resource) {
    try (InputStream in = Concepts.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The list " + resource + " is not on the classpath");
      }
      BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String concept, String entry) {
    boolean begins = entry.endsWith("*");
    boolean ends = entry.startsWith("*");
    String bare = entry.substring(ends ? 1 : 0, entry.length() - (begins ? 1 : 0));
    Map<String, Set<String>> table =
        Letters.isSpaceless(bare.charAt(0))
            ? spaceless
            : ends ? within : begins ? beginnings : whole;
    table.computeIfAbsent(bare, key -> new TreeSet<>()).add(concept);
  }
}
