package io.groundswell.jobs.surge.page;

import io.groundswell.jobs.surge.html.Html;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Texts of people and addresses on their way into a page. Whatever goes in is escaped. */
final class Texts {
  private static final Pattern ADDRESS = Pattern.compile("(?i)https?://[^\\s\"'<>\\\\]{1,2000}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{1,8}){0,3}");

  private Texts() {}

  /** A pattern with its places filled in: figures look the same on every machine. */
  static String filled(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern.replace("%n", "\n"), values);
  }

  /** What somebody wrote, inside a line: its direction is its own. */
  static String written(String text, String lang) {
    return "<bdi%s>%s</bdi>".formatted(lang(lang), Html.escape(text));
  }

  /** What somebody wrote, on lines of its own. */
  static String quoted(String text, String lang) {
    return "<blockquote%s dir=\"auto\">%s</blockquote>\n".formatted(lang(lang), Html.escape(text));
  }

  /** A text of several lines, ready to be copied at once. */
  static String copyable(String text, String lang) {
    String lines = text.lines().map(Html::escape).collect(Collectors.joining("<br>"));
    return "<p class=\"copy\"%s dir=\"auto\">%s</p>\n".formatted(lang(lang), lines);
  }

  /** A paragraph for each line. */
  static String paragraphs(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .map(line -> "<p>%s</p>\n".formatted(Html.escape(line)))
        .collect(Collectors.joining());
  }

  /** A link, if the address is one of the web; else the words and the address as text. */
  static String link(@Nullable String url, String words) {
    if (url == null || url.isBlank()) {
      return Html.escape(words);
    }
    return ADDRESS.matcher(url).matches()
        ? "<a href=\"%s\" rel=\"noopener noreferrer nofollow\">%s</a>"
            .formatted(Html.escape(url), Html.escape(words))
        : Html.escape(words + ": " + url);
  }

  /** The name of a language, or its tag where it has none. */
  static String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH);
  }

  /** Names of languages in a row. */
  static String languages(Collection<String> tags) {
    return tags.stream()
        .filter(tag -> !tag.isEmpty())
        .map(Texts::language)
        .collect(Collectors.joining(", "));
  }

  private static String lang(String tag) {
    return LANGUAGE.matcher(tag).matches() ? " lang=\"" + tag + "\"" : "";
  }
}
