package io.groundswell.domain.briefing;

import io.groundswell.domain.catalogue.Problem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of drafts, by language: those that are shipped, and those that a company has put in
 * their place. A line reads {@code key = text}, with names in braces for what is filled in, and
 * {@code \n} where a line ends.
 */
public final class Templates implements Serializable {
  private static final long serialVersionUID = 1;

  /** The language that others fall back to. */
  public static final String FIRST = "en";

  /** Languages that are shipped. */
  public static final List<String> SHIPPED = List.of("en", "de", "es", "fr", "pt");

  private static final Set<String> NAMES =
      Set.of("product", "what", "where", "since", "next", "question", "components", "lasted");

  private static final Pattern NAME = Pattern.compile("\\{([^{}]*)}");

  /** The shipped words. */
  private static final Templates DEFAULTS = shipped();

  private final SortedMap<String, SortedMap<String, String>> texts = new TreeMap<>();
  private final String own;

  private Templates(String own) {
    this.own = own;
  }

  /** The words that are shipped, in English where nobody answers in another language. */
  public static Templates defaults() {
    return DEFAULTS;
  }

  private static Templates shipped() {
    Templates templates = new Templates(FIRST);
    for (String lang : SHIPPED) {
      templates.texts.put(lang, lines(lang));
    }
    return templates;
  }

  private static SortedMap<String, String> lines(String lang) {
    try (InputStream in = Templates.class.getResourceAsStream(lang + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("the templates of '" + lang + "' are not on the classpath");
      }
      SortedMap<String, String> texts = new TreeMap<>();
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !isEmpty(line))
          .forEach(line -> put(texts, line));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isEmpty(String line) {
    return line.isBlank() || line.startsWith("#");
  }

  private static void put(SortedMap<String, String> texts, String line) {
    int equals = line.indexOf('=');
    texts.put(
        line.substring(0, equals).strip(), line.substring(equals + 1).strip().replace("\\n", "\n"));
  }

  /**
   * What is wrong with the lines of a file that a company wrote.
   *
   * @return a problem each; its place is the number of the line
   */
  public static List<Problem> problems(List<String> lines) {
    List<Problem> problems = new ArrayList<>();
    Map<String, String> known = DEFAULTS.in(FIRST);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      if (!isEmpty(line) && (equals < 0 || !known.containsKey(key))) {
        String remedy = "use 'key = text' with one of " + String.join(", ", known.keySet());
        problems.add(Problem.at(String.valueOf(i + 1), "'" + key + "' is no key", remedy));
      } else if (!isEmpty(line)) {
        Matcher names = NAME.matcher(line);
        while (names.find()) {
          if (!NAMES.contains(names.group(1))) {
            String remedy = "use one of " + String.join(", ", NAMES.stream().sorted().toList());
            problems.add(
                Problem.at(String.valueOf(i + 1), names.group() + " is filled by nothing", remedy));
          }
        }
      }
    }
    return problems;
  }

  /**
   * These with a company's own lines in their place.
   *
   * @param lang language of the lines
   * @param lines without {@link #problems}
   */
  public Templates with(String lang, List<String> lines) {
    Templates templates = copy(own);
    SortedMap<String, String> replaced = new TreeMap<>(in(lang));
    lines.stream().filter(line -> !isEmpty(line)).forEach(line -> put(replaced, line));
    templates.texts.put(lang, replaced);
    return templates;
  }

  /** These, with another language of the company's own. */
  public Templates speaking(String lang) {
    return copy(lang);
  }

  private Templates copy(String lang) {
    Templates copy = new Templates(lang);
    copy.texts.putAll(texts);
    return copy;
  }

  /** The company's own language, in which status pages are drafted. */
  String own() {
    return own;
  }

  /** Whether there are words in a language. */
  public boolean has(String lang) {
    return texts.containsKey(lang);
  }

  /** The languages that there are words in, in order. */
  public List<String> languages() {
    return List.copyOf(texts.keySet());
  }

  private SortedMap<String, String> in(String lang) {
    SortedMap<String, String> known = texts.get(lang);
    return known == null ? texts.getOrDefault(FIRST, new TreeMap<>()) : known;
  }

  /** A text with its names filled in; what has no value leaves nothing. */
  String fill(String lang, String key, Map<String, String> values) {
    SortedMap<String, String> known = in(lang);
    Matcher names = NAME.matcher(known.getOrDefault(key, ""));
    StringBuilder filled = new StringBuilder();
    while (names.find()) {
      String value = values.getOrDefault(names.group(1), "");
      names.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return names.appendTail(filled).toString().replace("  ", " ").strip();
  }

  /** The question about something. */
  String question(String lang, String about, List<String> components) {
    List<String> first = components.subList(0, Math.min(4, components.size()));
    return fill(lang, "question_" + about, Map.of("components", String.join(", ", first)));
  }
}
