package io.groundswell.jobs.surge.triage;

import io.groundswell.domain.post.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What a complaint that matches no product speaks of: its handles, hashtags and phrases of two
 * words, each once. From these people see what their catalogue lacks.
 */
final class UnknownNames {
  private static final int SHORTEST_WORD = 4;
  private static final int MOST = 40;

  private UnknownNames() {}

  static List<String> in(String text) {
    TreeSet<String> names = new TreeSet<>();
    String before = "";
    for (String token : Folding.fold(text).split("\\s+", -1)) {
      String word = trimmed(token);
      boolean marked = word.length() > 1 && (word.charAt(0) == '@' || word.charAt(0) == '#');
      if (marked) {
        names.add(word);
      } else if (before.length() >= SHORTEST_WORD && word.length() >= SHORTEST_WORD) {
        names.add(before + " " + word);
      }
      before = marked || word.startsWith("http") ? "" : word;
      if (names.size() >= MOST) {
        break;
      }
    }
    return new ArrayList<>(names);
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

  private static boolean starts(char c) {
    return c == '@' || c == '#' || Character.isLetterOrDigit(c);
  }
}
