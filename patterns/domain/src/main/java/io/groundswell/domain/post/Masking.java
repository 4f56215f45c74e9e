package io.groundswell.domain.post;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of what people wrote by whom they can be reached or charged: addresses of mail, numbers
 * of phones, cards and accounts, names of accounts. Made for texts that are kept. Digits are those
 * of any script, and marks that nobody sees hide nothing.
 */
public final class Masking {
  /** Some scripts and pictures need the two joiners, but not beside ASCII. */
  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cf}&&[^\\u200C\\u200D]]|(?<=[!-~])[\\u200C\\u200D]+|[\\u200C\\u200D]+(?=[!-~])");

  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

  private static final Pattern HANDLE =
      Pattern.compile("(?<![\\p{L}\\p{N}/@])@[\\p{L}\\p{N}_]{2,}(?:[.-][\\p{L}\\p{N}_]+)*");

  /** ISO 13616: country, two check digits, groups of four. */
  private static final Pattern IBAN =
      Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\\b");

  private static final int LEAST_OF_ACCOUNT = 2;

  private static final Pattern CARD =
      Pattern.compile(
          "(?<!\\p{Nd})\\p{Nd}{4}[ -]\\p{Nd}{4}[ -]\\p{Nd}{4}[ -]\\p{Nd}{1,7}(?!\\p{Nd})");

  private static final int LEAST_OF_CARD = 13;

  /** International, or in the groups of a national number; a date has smaller groups. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}.:-])(?:(?:\\+|00)\\p{Nd}[\\p{Nd} ()./-]{6,}\\p{Nd}"
              + "|\\(?\\p{Nd}{2,5}\\)?[ -/]\\p{Nd}{3,4}[ -]\\p{Nd}{3,4}(?![\\p{L}\\p{N}-]))");

  /** Of a national one; of others that begin with + or 00 fewer. */
  private static final int LEAST_OF_PHONE = 8;

  private static final Pattern MASK = Pattern.compile("@\\[name]|\\[(?:mail|account|card|phone)]");

  private Masking() {}

  /** The text without them; what stood there is named in brackets. */
  public static String mask(String text) {
    return mask(text, Set.of());
  }

  /**
   * The same, but some accounts keep their names: a company's, which are nobody's and say what a
   * text is about.
   *
   * @param kept as {@link #names} gives them
   */
  public static String mask(String text, Set<String> kept) {
    String seen = seen(text);
    String masked = seen.indexOf('@') < 0 ? seen : maskNames(seen, kept);
    // Looking for numbers takes longer than counting digits, and most texts have few or none.
    int digits = (int) masked.chars().filter(Character::isDigit).count();
    if (digits >= LEAST_OF_ACCOUNT) {
      masked = IBAN.matcher(masked).replaceAll("[account]");
    }
    if (digits >= LEAST_OF_CARD) {
      masked = CARD.matcher(masked).replaceAll("[card]");
    }
    boolean abroad = masked.indexOf('+') >= 0 || masked.contains("00");
    if (digits >= LEAST_OF_PHONE || abroad) {
      masked = PHONE.matcher(masked).replaceAll("[phone]");
    }
    // What stands beside a mask may have to go as well.
    return masked.equals(seen) ? masked : seen(masked);
  }

  private static String seen(String text) {
    return text.chars().allMatch(c -> c < 128) ? text : UNSEEN.matcher(text).replaceAll("");
  }

  private static String maskNames(String text, Set<String> kept) {
    String masked = mayHoldMail(text) ? MAIL.matcher(text).replaceAll("[mail]") : text;
    return HANDLE
        .matcher(masked)
        .replaceAll(
            handle ->
                kept.contains(Folding.fold(handle.group()))
                    ? Matcher.quoteReplacement(handle.group())
                    : "@[name]");
  }

  /** What is left of a masked text for whoever counts words: what was taken out is none. */
  public static String withoutMasks(String masked) {
    return masked.indexOf('[') < 0 ? masked : MASK.matcher(masked).replaceAll(" ");
  }

  /** An address has something before its mark, a handle has nothing. */
  private static boolean mayHoldMail(String text) {
    for (int at = text.indexOf('@', 1); at >= 0; at = text.indexOf('@', at + 1)) {
      if (!Character.isWhitespace(text.charAt(at - 1))) {
        return true;
      }
    }
    return false;
  }

  /** Handles, with or without {@code @}, as {@link #mask(String, Set)} finds them in texts. */
  public static Set<String> names(Collection<String> handles) {
    Set<String> names = new HashSet<>();
    for (String handle : handles) {
      String folded = Folding.fold(handle).strip();
      names.add(folded.startsWith("@") ? folded : "@" + folded);
    }
    return names;
  }
}
