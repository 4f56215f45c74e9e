package io.groundswell.domain.proposal;

import io.groundswell.domain.catalogue.CommonWords;
import io.groundswell.domain.post.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a text speaks of: its handles, hashtags and phrases, each once. A phrase is two words that
 * both carry a subject, or a name: one word to three in capitals where not everything is.
 */
public final class Spoken {
  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final int LONGEST_TEXT = 4_000;
  private static final int SHORTEST_WORD = 4;
  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 3;
  private static final int MOST = 24;

  private final TreeMap<String, String> marked = new TreeMap<>();
  private final TreeMap<String, String> phrases = new TreeMap<>();
  private final List<Token> tokens = new ArrayList<>();

  /** A word of the text; {@code first} in its clause, {@code begins} a sentence. */
  private record Token(String written, String folded, boolean first, boolean begins) {
    boolean isCapital() {
      return Character.isUpperCase(written.charAt(0));
    }

    boolean carries(int shortest) {
      return folded.length() >= shortest
          && folded.chars().anyMatch(Character::isLetter)
          && !CommonWords.isFunction(folded);
    }
  }

  private Spoken(String text) {
    boolean clause = true;
    boolean sentence = true;
    String read = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    for (String written : GAPS.split(read, -1)) {
      String bare = trimmed(written);
      boolean mark = !bare.isEmpty() && isMark(bare.charAt(0));
      if (mark && isName(bare)) {
        marked.put(Folding.fold(bare), bare);
      } else if (!mark && !bare.isEmpty() && !bare.startsWith("http")) {
        boolean opens = !written.startsWith(bare);
        tokens.add(new Token(bare, Folding.fold(bare), clause || opens, sentence || opens));
      }
      boolean ends = !written.endsWith(bare) || bare.isEmpty() || mark;
      clause = ends || bare.startsWith("http");
      sentence = mark ? sentence : ends;
    }
  }

  /** Folded names by which to count, each with how it is written here; in alphabetical order. */
  public static Map<String, String> in(String text) {
    Spoken spoken = new Spoken(text);
    spoken.pairs();
    spoken.names();
    return spoken.all();
  }

  private void pairs() {
    for (int i = 1; i < tokens.size(); i++) {
      Token before = tokens.get(i - 1);
      Token word = tokens.get(i);
      if (!word.first() && before.carries(SHORTEST_WORD) && word.carries(SHORTEST_WORD)) {
        put(before.written() + " " + word.written());
      }
    }
  }

  private void names() {
    long capitals = tokens.stream().filter(Token::isCapital).count();
    if (2 * capitals > tokens.size() && tokens.size() > LONGEST_NAME) {
      return;
    }
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      boolean goesOn = i < tokens.size() && isName(tokens.get(i));
      if (!goesOn || tokens.get(i).first()) {
        name(start, i);
        start = goesOn ? i : i + 1;
      }
    }
  }

  private static boolean isName(Token token) {
    return token.isCapital() && token.carries(SHORTEST_NAME);
  }

  private void name(int start, int end) {
    if (end <= start || end - start > LONGEST_NAME) {
      return;
    }
    Token first = tokens.get(start);
    boolean plain = first.begins() || CommonWords.isPlain(first.folded());
    if (end - start > 1 || !plain) {
      StringBuilder name = new StringBuilder();
      tokens.subList(start, end).forEach(token -> name.append(' ').append(token.written()));
      put(name.substring(1));
    }
  }

  private void put(String phrase) {
    phrases.putIfAbsent(Folding.fold(phrase), phrase);
  }

  /** A phrase that only repeats a handle or a hashtag says nothing more. */
  private Map<String, String> all() {
    phrases
        .keySet()
        .removeIf(
            phrase -> {
              String glued = phrase.replace(" ", "");
              return marked.containsKey('#' + glued) || marked.containsKey('@' + glued);
            });
    TreeMap<String, String> all = new TreeMap<>();
    marked.entrySet().stream().limit(MOST).forEach(x -> all.put(x.getKey(), x.getValue()));
    phrases.entrySet().stream()
        .limit(MOST - all.size())
        .forEach(x -> all.put(x.getKey(), x.getValue()));
    return all;
  }

  private static String trimmed(String token) {
    int start = 0;
    int end = token.length();
    while (start < end && !starts(token.charAt(start))) {
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(token.charAt(end - 1))) {
      end--;
    }
    return token.substring(start, end);
  }

  /** No {@code #fail}: a hashtag of words that everybody complains with names nothing. */
  private static boolean isName(String marked) {
    String body = marked.substring(1);
    return !body.isEmpty()
        && body.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || "_.-@".indexOf(c) >= 0)
        && !(marked.charAt(0) == '#' && CommonWords.spellTag(Folding.fold(body)));
  }

  private static boolean starts(char c) {
    return isMark(c) || Character.isLetterOrDigit(c);
  }

  private static boolean isMark(char c) {
    return c == '@' || c == '#';
  }
}
