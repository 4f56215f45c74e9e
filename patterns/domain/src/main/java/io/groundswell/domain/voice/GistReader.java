package io.groundswell.domain.voice;

import io.groundswell.domain.post.Folding;
import io.groundswell.domain.post.Letters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads texts into gists. Words are folded, their apostrophes dropped, their hyphens closed
 * ("add-ons" is "addons"), letters repeated at most twice; every digit counts as the same one,
 * since numbers differ from copy to copy. Handles and links are no words.
 *
 * <p>Reusable, not thread-safe.
 */
public final class GistReader {
  /** Words of a gist; what a complaint is about stands at its beginning. */
  public static final int MOST_WORDS = 64;

  /** Words that are read. */
  private static final int MOST_READ = 128;

  /** Longer texts are cut. */
  static final int LONGEST = 2_000;

  private static final int SHORTEST_TERM = 3;

  private final Contact contact = new Contact();
  private final int[] inOrder = new int[MOST_READ];
  private final Distinct distinct = new Distinct(MOST_WORDS);
  private final int[] ends = new int[MOST_READ];
  private char[] letters = new char[LONGEST];
  private int used;
  private int count;

  /** What is kept of a text. */
  public Gist read(String raw) {
    String text = Folding.fold(raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw);
    if (letters.length < text.length()) {
      letters = new char[text.length()];
    }
    used = 0;
    count = 0;
    contact.forget();
    int i = 0;
    while (i < text.length()) {
      i = take(text, i);
    }
    return gist();
  }

  /**
   * The words of the last text read, in order, those of three letters or more. Scripts without
   * spaces have none.
   */
  public List<String> words() {
    List<String> words = new ArrayList<>(count);
    int begin = 0;
    for (int k = 0; k < count; k++) {
      int end = ends[k];
      if (hasLetters(begin, end)) {
        words.add(new String(letters, begin, end - begin));
      }
      begin = end;
    }
    return words;
  }

  /** The hash by which a folded word is found among {@link Gist#words}. */
  public static int hash(String word) {
    int hash = Hashes.START;
    for (int i = 0; i < word.length(); i++) {
      hash = Hashes.next(hash, word.charAt(i));
    }
    return Hashes.mix(hash);
  }

  private boolean hasLetters(int begin, int end) {
    int found = 0;
    for (int i = begin; i < end && found < SHORTEST_TERM; i++) {
      if (Character.isLetter(letters[i])) {
        found++;
      }
    }
    return found == SHORTEST_TERM && !Letters.isSpaceless(letters[begin]);
  }

  /** Reads what begins at {@code i} and returns where the next thing begins. */
  private int take(String text, int i) {
    char c = text.charAt(i);
    if (Letters.isOfWord(c) || c == '+') {
      int end = Contact.mayBeginWith(c) ? contact.endOfOne(text, i) : i;
      return end > i ? end : c == '+' ? i + 1 : word(text, i);
    }
    if (c == '@') {
      return endOfHandle(text, i + 1);
    }
    return c == '&' ? endOfEntity(text, i) : i + 1;
  }

  private static int endOfHandle(String text, int begin) {
    int i = begin;
    while (i < text.length() && (text.charAt(i) == '_' || Letters.isOfWord(text.charAt(i)))) {
      i++;
    }
    return i;
  }

  private static int endOfEntity(String text, int i) {
    int end = text.indexOf(';', i);
    return end > i && end - i <= 6 ? end + 1 : i + 1;
  }

  private int word(String text, int begin) {
    if (count == MOST_READ) {
      return endOfHandle(text, begin + 1);
    }
    char first = text.charAt(begin);
    if (Letters.isSpaceless(first)) {
      return character(text, begin);
    }
    int start = used;
    int hash = Hashes.START;
    int i = begin;
    for (; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean plain = c >= 'a' && c <= 'z';
      if (!plain && !goesOn(text, i)) {
        break;
      }
      if (plain || Letters.isOfWord(c)) {
        hash = letter(plain ? c : Letters.plain(c), start, hash);
      }
    }
    int end = endsAtDot(text, i) ? contact.endOfBareLink(text, begin) : begin;
    if (end > begin || isRepostMark(text, i, start)) {
      used = start;
      return Math.max(end, i);
    }
    say(Hashes.mix(hash));
    return i;
  }

  /** A single character says too little, everybody writes the same ones: it counts as a pair. */
  private int character(String text, int i) {
    char c = text.charAt(i);
    char before = i > 0 && Letters.isSpaceless(text.charAt(i - 1)) ? text.charAt(i - 1) : 0;
    letters[used++] = c;
    say(Hashes.pair(before, c));
    return i + 1;
  }

  private int letter(char c, int start, int hash) {
    if (used - start > 1 && letters[used - 1] == c && letters[used - 2] == c) {
      return hash;
    }
    letters[used++] = c;
    return Hashes.next(hash, c);
  }

  private static boolean endsAtDot(String text, int i) {
    return i + 1 < text.length() && text.charAt(i) == '.' && Letters.isOfWord(text.charAt(i + 1));
  }

  /** "rt @somebody". */
  private boolean isRepostMark(String text, int end, int start) {
    return used - start == 2
        && letters[start] == 'r'
        && letters[start + 1] == 't'
        && text.startsWith(" @", end);
  }

  /** Within a word: a letter, an apostrophe, a hyphen between letters, a negation cut off. */
  private static boolean goesOn(String text, int i) {
    char c = text.charAt(i);
    if (Letters.isOfWord(c)) {
      return !Letters.isSpaceless(c);
    }
    if (c == '\'' || c == '`') {
      return true;
    }
    if (c == ' ') {
      return text.startsWith("n't", i + 1);
    }
    boolean hyphen = c == '-' || c == '\u2010';
    return hyphen && i + 1 < text.length() && Character.isLetter(text.charAt(i + 1));
  }

  private void say(int hash) {
    ends[count] = used;
    inOrder[count++] = hash;
  }

  private Gist gist() {
    int[] words = Arrays.copyOf(inOrder, Math.min(count, MOST_WORDS));
    distinct.clear();
    for (int word : words) {
      distinct.add(word);
    }
    int differ = distinct.count();
    distinct.clear();
    for (int i = 2; i < words.length; i++) {
      distinct.add(Hashes.triple(words, i));
    }
    return new Gist(words, differ, distinct.count(), contact.hash());
  }
}
