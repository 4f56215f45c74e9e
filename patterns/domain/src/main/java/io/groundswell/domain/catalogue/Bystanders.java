package io.groundswell.domain.catalogue;

import java.util.Set;

/**
 * Products that a post names and does not complain about: what it was written with ("from my Beta
 * phone"), what the other is compared with ("unlike Beta"), what was left ("switched from Beta"),
 * what works ("Beta works fine"). The phrases are few, and touch the name: what is not surely a
 * bystander is meant.
 */
final class Bystanders {
  private static final Set<String> PHRASES = Set.copyOf(Lists.lines("bystander-phrases.txt"));
  private static final Set<String> MINE = Set.copyOf(Lists.words("bystander-mine.txt"));
  private static final Set<String> DEVICES = Set.copyOf(Lists.words("bystander-devices.txt"));
  private static final Set<String> CLOSING = Set.copyOf(Lists.words("bystander-closing.txt"));

  private static final int LONGEST_PHRASE = 4;

  /** Words between "my" and the name: "my new Beta phone", "mi nuevo telefono Beta". */
  private static final int MOST_BETWEEN = 2;

  private final String text;

  Bystanders(String foldedText) {
    this.text = foldedText;
  }

  /** Whether what is named there stands by. */
  boolean at(int start, int end) {
    int name = mark(start);
    return compared(name) || worksWell(end) || usedFor(name, end);
  }

  private int mark(int start) {
    return text.charAt(start) == '@' || text.charAt(start) == '#' ? start + 1 : start;
  }

  private boolean compared(int start) {
    int from = start;
    for (int i = 0; i < LONGEST_PHRASE; i++) {
      from = wordBefore(from);
      if (from < 0) {
        return false;
      }
      if (PHRASES.contains(words(from, start) + " *")) {
        return true;
      }
    }
    return false;
  }

  private boolean worksWell(int end) {
    int to = end;
    for (int i = 0; i < LONGEST_PHRASE; i++) {
      to = wordAfter(to);
      if (to < 0) {
        return false;
      }
      if (PHRASES.contains("* " + words(end, to))) {
        return true;
      }
    }
    return false;
  }

  /** "from my [new] [phone] NAME [phone]", with nothing else that "my" could belong to. */
  private boolean usedFor(int start, int end) {
    int after = wordAfter(end);
    String next = after < 0 ? "" : words(end, after);
    boolean device = DEVICES.contains(next);
    int from = start;
    for (int between = 0; between <= MOST_BETWEEN; between++) {
      int word = wordBefore(from);
      int earlier = word < 0 ? -1 : wordBefore(word);
      if (earlier >= 0 && MINE.contains(words(earlier, from).replace(' ', '_'))) {
        return device || next.isEmpty() || CLOSING.contains(next);
      }
      if (word < 0) {
        return false;
      }
      device |= DEVICES.contains(words(word, from));
      from = word;
    }
    return false;
  }

  /** Where the word before begins; -1 where the clause begins instead. */
  private int wordBefore(int at) {
    int end = at;
    while (end > 0 && isGap(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    return end == at || start == end ? -1 : start;
  }

  /** Where the word after ends; -1 where the clause ends instead. */
  private int wordAfter(int at) {
    int start = at;
    while (start < text.length() && isGap(text.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return start == at || start == end ? -1 : end;
  }

  private String words(int start, int end) {
    return NameTrieBuilder.normal(text.substring(start, end).replace('#', ' ').replace('@', ' '));
  }

  private static boolean isGap(char c) {
    return Words.separates(c) || c == '@' || c == '#';
  }

  private static boolean isWord(char c) {
    return Words.joins(c) || c == '\'';
  }
}
