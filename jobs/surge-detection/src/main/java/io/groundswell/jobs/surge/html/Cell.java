package io.groundswell.jobs.surge.html;

import java.util.Locale;

/**
 * A cell of a {@link Table}.
 *
 * @param html what it shows
 * @param number it is a figure, set to the right
 */
public record Cell(String html, boolean number) {

  /** How something is to be taken. */
  public enum Tone {
    /** As it should be. */
    GOOD,
    /** As it should not be. */
    BAD,
    /** Neither. */
    PLAIN
  }

  /** A text. */
  public static Cell text(String text) {
    return new Cell(Html.escape(text), false);
  }

  /** A figure. */
  public static Cell figure(String text) {
    return new Cell(Html.escape(text), true);
  }

  /** A moment, which is not broken over lines; or a word where there is none. */
  public static Cell time(String text) {
    return unbroken(text);
  }

  /** A short text that is not broken over lines. */
  public static Cell unbroken(String text) {
    return new Cell("<span class=\"t\">%s</span>".formatted(Html.escape(text)), false);
  }

  /** A word that judges. */
  public static Cell badge(String word, Tone tone) {
    String style = tone.name().toLowerCase(Locale.ROOT);
    return new Cell(
        "<span class=\"badge %s\">%s</span>".formatted(style, Html.escape(word)), false);
  }

  /** A text that leads to another place of the page. */
  public static Cell link(String text, String anchor) {
    return new Cell(
        "<a href=\"#%s\">%s</a>".formatted(Html.escape(anchor), Html.escape(text)), false);
  }
}
