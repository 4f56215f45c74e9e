package io.groundswell.domain.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Words that name nothing by themselves. */
public final class CommonWords {
  private static final Set<String> FUNCTION = read("function-words.txt", "common-words.txt");
  private static final Set<String> PLAIN =
      read("function-words.txt", "common-words.txt", "english-words.txt.gz");

  private CommonWords() {}

  private static Set<String> read(String... resources) {
    Set<String> words = new HashSet<>();
    for (String resource : resources) {
      words.addAll(Lists.words(resource));
    }
    return words;
  }

  /** Whether a folded word carries no subject: {@code the}, {@code again}, {@code warum}. */
  public static boolean isFunction(String word) {
    return FUNCTION.contains(word);
  }

  /** Whether a folded word is a plain one of English, or a very common one of other languages. */
  public static boolean isPlain(String word) {
    return PLAIN.contains(word);
  }

  /** Whether a hashtag's body is nothing but words such as {@code fail} and {@code help}. */
  public static boolean spellTag(String body) {
    return TagWords.spell(body, 0, body.length());
  }

  static List<String> all() {
    return List.copyOf(PLAIN);
  }
}
