package io.groundswell.domain.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The known name that a mistyped one most likely stands for. */
public final class Nearest {
  private Nearest() {}

  /**
   * The nearest of the known names by Levenshtein distance, the first in alphabetical order among
   * equals; null where even that one differs in more than a third of the letters (two at least).
   */
  public static @Nullable String to(String written, Collection<String> known) {
    int limit = Math.max(2, written.length() / 3);
    return new TreeSet<>(known)
        .stream()
            .filter(name -> distance(written, name) <= limit)
            .min(Comparator.comparingInt(name -> distance(written, name)))
            .orElse(null);
  }

  /** A hint for people: the nearest known name, or all of them where none is near. */
  public static String hint(String written, Collection<String> known) {
    String nearest = to(written, known);
    return nearest == null
        ? "known are " + String.join(", ", new TreeSet<>(known))
        : "did you mean '" + nearest + "'?";
  }

  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
