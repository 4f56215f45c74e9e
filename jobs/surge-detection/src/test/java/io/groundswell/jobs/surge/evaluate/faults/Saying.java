package io.groundswell.jobs.surge.evaluate.faults;

import io.groundswell.domain.voice.GistReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * A complaint of which it is known what it is about.
 *
 * @param fault what it reports; {@value #NOTHING} where it is nothing in particular
 * @param lang language
 * @param text as its author wrote it
 * @param words its distinct words, as reports have them
 */
record Saying(String fault, String lang, String text, List<String> words) {
  static final String NOTHING = "-";

  static Saying of(String fault, String lang, String text) {
    GistReader reader = new GistReader();
    reader.read(text);
    return new Saying(fault, lang, text, List.copyOf(new LinkedHashSet<>(reader.words())));
  }

  /** Our own sentences: a fault, a language and a text a line. */
  static List<Saying> read(String resource) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Saying.class.getResourceAsStream(resource)),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .map(cells -> of(cells[0], cells[1], cells[2]))
          .toList();
    }
  }

  /** What forms of a word have in common, as where it is counted how usual they are. */
  static String beginning(String word) {
    return word.substring(0, Math.min(5, word.length()));
  }
}
