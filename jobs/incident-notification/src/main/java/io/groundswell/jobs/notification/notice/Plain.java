package io.groundswell.jobs.notification.notice;

import java.util.regex.Pattern;

/** Texts that strangers wrote, made fit for any screen. */
public final class Plain {
  /** Line ends, tabs and other blanks are one blank. */
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  /**
   * Control characters, half surrogates, private use, and all marks that change the direction or
   * are not seen (RFC 8264 section 9.13 and Unicode TR 36); but for the joiner of emoji.
   */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\p{Cn}\\p{Cf}&&[^\\u200D]]");

  /** What a cut text ends in. */
  private static final String MORE = "…";

  private Plain() {}

  /** A text on one line, without what is not seen. */
  public static String line(String text) {
    return UNSEEN.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("").strip();
  }

  /** The beginning of a text, of at most {@code most} UTF-16 units, cut between characters. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = Math.max(0, most - MORE.length());
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + MORE;
  }
}
