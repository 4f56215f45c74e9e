package io.groundswell.domain.change;

import io.groundswell.domain.post.Folding;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of environments that certainly no customer uses. */
final class Environments {
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

  private static final Set<String> ASIDE =
      Set.of(
          "ci",
          "demo",
          "dev",
          "devel",
          "development",
          "local",
          "localhost",
          "nonprod",
          "preprod",
          "preview",
          "qa",
          "sandbox",
          "stage",
          "staging",
          "stg",
          "test",
          "testing",
          "uat");

  private static final Set<String> PRODUCTION =
      Set.of("live", "prd", "prod", "production", "productive");

  private static final Set<String> NOT_YET = Set.of("non", "not", "pre");

  private Environments() {}

  /**
   * Whether a name is of such an environment, as a whole or by a word of it ({@code staging-eu},
   * {@code qa2}); one that has a word of production as well is not certainly aside.
   */
  static boolean isAside(@Nullable String name) {
    if (name == null) {
      return false;
    }
    List<String> words = List.of(BETWEEN.split(Folding.fold(name), -1));
    boolean aside = false;
    for (int i = 0; i < words.size(); i++) {
      boolean production = PRODUCTION.contains(words.get(i));
      boolean notYet = i > 0 && NOT_YET.contains(words.get(i - 1));
      if (production && !notYet) {
        return false;
      }
      aside |= production || ASIDE.contains(words.get(i));
    }
    return aside;
  }
}
