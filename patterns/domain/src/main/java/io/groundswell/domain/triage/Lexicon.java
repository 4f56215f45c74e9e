package io.groundswell.domain.triage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The hand-written words and phrases of all languages, each with what it says. All languages share
 * one table, because a post's language is often unknown or wrong.
 *
 * <p>A line of a lexicon file reads {@code CLASS: word, two words, stem*}. Phrases have at most
 * three words. In scripts without spaces an entry has at most {@value #LONGEST_GRAM} characters.
 */
final class Lexicon {
  static final List<String> LANGUAGES =
      List.of(
          "en", "es", "pt", "fr", "de", "it", "nl", "tr", "pl", "id", "ru", "ja", "sv", "ar", "hi");
  static final int LONGEST_GRAM = 6;
  static final int SHORTEST_STEM = 3;
  private static final int CAPACITY = 1 << 16;
  private static final long STEM_SALT = 0x9e3779b97f4a7c15L;
  private static final Lexicon SHIPPED = load();

  private final long[] keys = new long[CAPACITY];
  private final int[] classes = new int[CAPACITY];
  private final long[] maybe = new long[1 << 13];
  private int size;

  private Lexicon() {}

  static Lexicon shipped() {
    return SHIPPED;
  }

  /** Set of classes, as bits, of the word or phrase with this hash; 0 for an unknown one. */
  int classesOf(long hash) {
    return mayHold(hash) ? classes[slot(hash)] : 0;
  }

  /** Set of classes of the stem with this hash. */
  int classesOfStem(long hash) {
    return classesOf(hash ^ STEM_SALT);
  }

  private static Lexicon load() {
    Lexicon lexicon = new Lexicon();
    for (String language : LANGUAGES) {
      lexicon.read("lexicon/" + language + ".txt");
    }
    return lexicon;
  }

  private void read(String resource) {
    try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The lexicon " + resource + " is not on the classpath");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(this::addLine);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addLine(String line) {
    int colon = line.indexOf(':');
    int bit = WordClass.valueOf(line.substring(0, colon).strip()).bit();
    CleanText text = new CleanText();
    for (String entry : line.substring(colon + 1).split(",", -1)) {
      String written = entry.strip();
      boolean stem = written.endsWith("*");
      text.set(stem ? written.substring(0, written.length() - 1) : written);
      add(stem ? hash(text) ^ STEM_SALT : hash(text), bit);
    }
  }

  private static long hash(CleanText text) {
    long phrase = 0;
    long word = Hashing.START;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        phrase = Hashing.phrase(phrase, word);
        word = Hashing.START;
      } else {
        word = Hashing.next(word, c);
      }
    }
    return Hashing.phrase(phrase, word);
  }

  private void add(long key, int bit) {
    maybe[(int) (key >>> 51)] |= 1L << (key >>> 45);
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      if (++size > CAPACITY / 2) {
        throw new IllegalStateException("The lexicons have outgrown their table");
      }
    }
    classes[slot] |= bit;
  }

  /** Most words are in no lexicon: a small table in the nearest cache tells so at once. */
  private boolean mayHold(long key) {
    return (maybe[(int) (key >>> 51)] >> (key >>> 45) & 1) != 0;
  }

  private int slot(long key) {
    int slot = (int) (key >>> 48);
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & (CAPACITY - 1);
    }
    return slot;
  }
}
