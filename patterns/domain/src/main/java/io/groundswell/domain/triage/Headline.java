package io.groundswell.domain.triage;

import java.util.regex.Pattern;

/**
 * Tells a passed-on headline, or a bare link, from what somebody says: it ends with a link, asks
 * and exclaims nothing, speaks of nobody in the first or second person, and is set in capitals as
 * titles are, or names its paper at the end.
 */
final class Headline {
  private static final int FEWEST_WORDS = 4;
  private static final int LONGEST_PAPER = 4;

  /** Of the words with four letters and more; German nouns alone stay well below. */
  private static final double CAPITALS = .7;

  private static final int LONG_WORD = 4;
  private static final Pattern SPACE = Pattern.compile("\\s+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}'’]+");

  private Headline() {}

  /** Whether the text is one. */
  static boolean isOne(String text) {
    int link = text.lastIndexOf("http");
    if (link < 0 || text.indexOf(' ', link) >= 0) {
      return false;
    }
    String title = text.substring(0, link).strip();
    int words = countWords(title);
    if (words == 0) {
      return true;
    }
    boolean silent = title.indexOf('?') < 0 && title.indexOf('!') < 0;
    // Who speaks of whom is asked last: it reads the lexicon, and few posts look like titles.
    return words >= FEWEST_WORDS && silent && isTitle(title) && !isPersonal(title);
  }

  /** Words but for handles and hashtags. */
  private static int countWords(String title) {
    int words = 0;
    for (String token : SPACE.split(title, -1)) {
      boolean mark = token.startsWith("@") || token.startsWith("#");
      words += !mark && token.chars().anyMatch(Character::isLetter) ? 1 : 0;
    }
    return words;
  }

  private static boolean isPersonal(String title) {
    long found = TextFeatures.classesOf(title);
    long either = found | found >>> 32;
    return (either & (WordClass.FIRST_PERSON.bit() | WordClass.SECOND_PERSON.bit())) != 0;
  }

  private static boolean isTitle(String title) {
    int longWords = 0;
    int capitals = 0;
    for (String token : NO_WORD.split(title, -1)) {
      if (token.length() >= LONG_WORD) {
        longWords++;
        capitals += Character.isUpperCase(token.charAt(0)) ? 1 : 0;
      }
    }
    boolean cased = longWords >= FEWEST_WORDS - 1 && capitals >= CAPITALS * longWords;
    return cased || namesPaper(title);
  }

  /** {@code … hits thousands | The Evening Paper}. */
  private static boolean namesPaper(String title) {
    int bar = Math.max(title.lastIndexOf(" | "), title.lastIndexOf(" – "));
    if (bar < 0) {
      return false;
    }
    String paper = title.substring(bar + 3).strip();
    int words = countWords(paper);
    return words > 0 && words <= LONGEST_PAPER && Character.isUpperCase(paper.charAt(0));
  }
}
