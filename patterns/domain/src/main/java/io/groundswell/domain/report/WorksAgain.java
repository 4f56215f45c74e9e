package io.groundswell.domain.report;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Letters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells whether a post says that something works again: by phrases of {@code works-again.txt} in
 * ten languages, unless a word denies it or the post asks.
 */
public final class WorksAgain {
  private static final List<String> PHRASES = read("says");
  private static final List<String> DENIALS = read("denies");
  private static final int LONGEST = 400;

  private WorksAgain() {}

  /** Whether a text says so. */
  public static boolean says(String text) {
    if (text.length() > LONGEST || text.indexOf('?') >= 0) {
      return false;
    }
    String words = words(text);
    return contains(words, PHRASES) && !contains(words, DENIALS);
  }

  private static boolean contains(String words, List<String> phrases) {
    for (String phrase : phrases) {
      if (words.contains(phrase)) {
        return true;
      }
    }
    return false;
  }

  /** Folded, with one space before and after each word. */
  private static String words(String text) {
    String folded = Folding.fold(text);
    StringBuilder words = new StringBuilder(folded.length() + 2).append(' ');
    for (int i = 0; i < folded.length(); i++) {
      char c = folded.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        words.append(c);
      } else if (c != '\'' && words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.append(' ').toString();
  }

  private static List<String> read(String kind) {
    List<String> phrases = new ArrayList<>();
    try (InputStream in = WorksAgain.class.getResourceAsStream("works-again.txt")) {
      if (in == null) {
        throw new IllegalStateException("works-again.txt is not on the classpath");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> line.startsWith(kind + ":"))
          .flatMap(line -> List.of(line.substring(kind.length() + 1).split(",", -1)).stream())
          .forEach(phrase -> phrases.add(phrase(phrase.strip())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  /** Scripts without spaces have no words to be told apart. */
  private static String phrase(String phrase) {
    String folded = Folding.fold(phrase).replace("'", "");
    return Letters.isSpaceless(folded.charAt(0)) ? folded : " " + folded + " ";
  }
}
