package io.groundswell.jobs.surge.html;

import java.util.Locale;

/** Drawings as text. */
public final class Svg {
  private Svg() {}

  /** A part of a drawing: numbers are written with a point, whatever the machine's language. */
  public static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
  }
}
