package io.groundswell.domain.catalogue;

import io.groundswell.domain.post.Folding;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Guesses the language of a text whose source does not say it: by its script, else by the commonest
 * words of eleven languages. A guess that is wrong costs little: words are then compared with those
 * of other complaints.
 */
public final class Languages {
  private static final Map<String, List<String>> OF_WORD = read();

  private static final Map<UnicodeScript, String> OF_SCRIPT =
      Map.of(
          UnicodeScript.ARABIC, "ar",
          UnicodeScript.CYRILLIC, "ru",
          UnicodeScript.DEVANAGARI, "hi",
          UnicodeScript.GREEK, "el",
          UnicodeScript.HAN, "zh",
          UnicodeScript.HANGUL, "ko",
          UnicodeScript.HEBREW, "he",
          UnicodeScript.HIRAGANA, "ja",
          UnicodeScript.KATAKANA, "ja",
          UnicodeScript.THAI, "th");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+");

  /** What a word says that only one language has; of more, each has its part. */
  private static final int WHOLE = 60;

  private Languages() {}

  private static Map<String, List<String>> read() {
    Map<String, List<String>> languages = new HashMap<>();
    add(languages, "en", Lists.words("function-words.txt"));
    Lists.sections("common-words.txt").forEach((lang, words) -> add(languages, lang, words));
    Lists.sections("language-words.txt").forEach((lang, words) -> add(languages, lang, words));
    return languages;
  }

  private static void add(Map<String, List<String>> languages, String lang, List<String> words) {
    for (String word : words) {
      List<String> known = languages.computeIfAbsent(word, w -> new ArrayList<>());
      if (!known.contains(lang)) {
        known.add(lang);
      }
    }
  }

  /**
   * The language of a text.
   *
   * @param tag BCP 47 tag that its source gives, or null
   * @param text as written
   * @return a primary language subtag, lower case; empty where nothing tells
   */
  public static String of(@Nullable String tag, String text) {
    if (tag != null && tag.length() >= 2 && !tag.startsWith("und")) {
      int end = tag.indexOf('-');
      return (end < 0 ? tag : tag.substring(0, end)).toLowerCase(Locale.ROOT);
    }
    String script = ofScript(text);
    return script.isEmpty() ? ofWords(text) : script;
  }

  /** Whether a folded word is one of the commonest of any of the languages, and tells no more. */
  public static boolean isCommon(String word) {
    return OF_WORD.containsKey(word);
  }

  /** Kana decides: Japanese has Chinese characters as well. */
  private static String ofScript(String text) {
    String found = "";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      String lang = c < '\u0370' ? null : OF_SCRIPT.get(UnicodeScript.of(c));
      if (lang != null && (found.isEmpty() || lang.equals("ja"))) {
        found = lang;
      }
    }
    return found;
  }

  private static String ofWords(String text) {
    Map<String, Integer> hits = new TreeMap<>();
    for (String word : BETWEEN_WORDS.split(Folding.fold(text), -1)) {
      List<String> languages = OF_WORD.getOrDefault(word, List.of());
      languages.forEach(lang -> hits.merge(lang, WHOLE / languages.size(), Integer::sum));
    }
    String best = "";
    int most = 0;
    boolean tied = false;
    for (Map.Entry<String, Integer> entry : hits.entrySet()) {
      tied = entry.getValue() == most || (tied && entry.getValue() < most);
      if (entry.getValue() > most) {
        best = entry.getKey();
        most = entry.getValue();
      }
    }
    return tied ? "" : best;
  }
}
