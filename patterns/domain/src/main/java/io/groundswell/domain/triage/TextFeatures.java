package io.groundswell.domain.triage;

import io.groundswell.domain.post.Letters;
import java.util.Arrays;

/**
 * Turns a text into the hashed features that the linear model weighs: words and stems of four
 * letters, alone and in pairs; what the lexicon says about them, alone, in pairs and one after the
 * other; and whether the text asks, exclaims or links. Scripts without spaces give pairs and
 * triples of characters.
 *
 * <p>Reusable, not thread-safe; after its first texts it allocates only what folding does.
 */
public final class TextFeatures {
  /** Features are hashed into 2^{@value} places. */
  public static final int BITS = 18;

  /** Number of places. */
  public static final int SPACE = 1 << BITS;

  private static final int WORD = 1;
  private static final int WORD_PAIR = 2;
  private static final int STEM = 3;
  private static final int STEM_PAIR = 4;
  private static final int GRAM = 5;
  private static final int CLASS = 6;
  private static final int CLASS_PAIR = 7;
  private static final int SHAPE = 8;
  private static final int CLASS_ORDER = 9;
  private static final int STEM_LETTERS = 4;

  private final Lexicon lexicon = Lexicon.shipped();
  private final CleanText text = new CleanText();
  private final LexiconHits hits = new LexiconHits();
  private final long[] seen = new long[SPACE >> 6];
  private int[] indices = new int[1 << 13];
  private int count;
  private long wordBefore;
  private long wordBeforeThat;
  private long stemBefore;

  /** Reads a text; returns how many distinct features it has. */
  public int read(String raw) {
    forget();
    text.set(raw);
    int i = 0;
    while (i < text.length()) {
      i = Letters.isSpaceless(text.charAt(i)) ? gram(i) : word(i);
    }
    shapes();
    classes();
    return count;
  }

  /** The features of the last text read, valid up to the count that {@link #read} returned. */
  public int[] indices() {
    return indices;
  }

  /** Word classes that a text holds: plain ones in the lower 32 bits, negated in the upper. */
  static long classesOf(String raw) {
    TextFeatures features = new TextFeatures();
    features.read(raw);
    return features.classesFound();
  }

  /** Word classes of the last text read: plain ones in the lower 32 bits, negated in the upper. */
  long classesFound() {
    return hits.found();
  }

  private void forget() {
    for (int k = 0; k < count; k++) {
      seen[indices[k] >> 6] = 0;
    }
    count = 0;
    wordBefore = 0;
    wordBeforeThat = 0;
    stemBefore = 0;
    hits.clear();
  }

  private void add(int kind, long hash) {
    int index = Hashing.index(kind, hash, BITS);
    long bit = 1L << index;
    if ((seen[index >> 6] & bit) == 0) {
      seen[index >> 6] |= bit;
      if (count == indices.length) {
        indices = Arrays.copyOf(indices, 2 * count);
      }
      indices[count++] = index;
    }
  }

  private int word(int begin) {
    long hash = Hashing.START;
    long stem = 0;
    int classes = 0;
    int i = begin;
    while (i < text.length() && text.charAt(i) != ' ' && !Letters.isSpaceless(text.charAt(i))) {
      hash = Hashing.next(hash, text.charAt(i++));
      if (i - begin == STEM_LETTERS) {
        stem = hash;
      }
      if (i - begin >= Lexicon.SHORTEST_STEM) {
        classes |= lexicon.classesOfStem(Hashing.phrase(0, hash));
      }
    }
    say(Hashing.phrase(0, hash), Hashing.phrase(0, stem == 0 ? hash : stem), hash, classes);
    return i < text.length() && text.charAt(i) == ' ' ? i + 1 : i;
  }

  private void say(long word, long stem, long raw, int classes) {
    int found = classes | lexicon.classesOf(word);
    if ((found & WordClass.FILLER.bit()) == 0) {
      add(WORD, word);
      add(STEM, stem);
    }
    if (wordBefore != 0) {
      long pair = Hashing.phrase(wordBefore, raw);
      add(WORD_PAIR, pair);
      add(STEM_PAIR, Hashing.phrase(stemBefore, stem));
      found |= lexicon.classesOf(pair);
      if (wordBeforeThat != 0) {
        found |= lexicon.classesOf(Hashing.phrase(wordBeforeThat, raw));
      }
      wordBeforeThat = pair;
    }
    wordBefore = word;
    stemBefore = stem;
    hits.add(found & ~WordClass.FILLER.bit());
  }

  private int gram(int begin) {
    long hash = Hashing.START;
    int classes = 0;
    int end = Math.min(text.length(), begin + Lexicon.LONGEST_GRAM);
    for (int i = begin; i < end && Letters.isSpaceless(text.charAt(i)); i++) {
      hash = Hashing.next(hash, text.charAt(i));
      int letters = i - begin + 1;
      if (letters == 2 || letters == 3) {
        add(GRAM, hash);
      }
      classes |= lexicon.classesOf(Hashing.phrase(0, hash));
    }
    if (classes != 0) {
      hits.add(classes);
    }
    wordBefore = 0;
    wordBeforeThat = 0;
    int next = begin + 1;
    return next < text.length() && text.charAt(next) == ' ' ? next + 1 : next;
  }

  private void shapes() {
    if (text.hasQuestion()) {
      add(SHAPE, 1);
    }
    if (text.hasExclamation()) {
      add(SHAPE, 2);
    }
    if (text.hasLink()) {
      add(SHAPE, 3);
    }
  }

  /** A class and its negated twin are different things to the model: "works", "never works". */
  private void classes() {
    order();
    long found = hits.found();
    for (long rest = found; rest != 0; rest &= rest - 1) {
      int one = Long.numberOfTrailingZeros(rest);
      add(CLASS, one);
      for (long others = rest & (rest - 1); others != 0; others &= others - 1) {
        add(CLASS_PAIR, one * 64L + Long.numberOfTrailingZeros(others));
      }
    }
  }

  /** What is said after what: "thanks, it works" is no "it works, no thanks to you". */
  private void order() {
    int before = 0;
    for (int i = 0; i < hits.words(); i++) {
      int classes = hits.classesOf(i);
      if (classes == 0) {
        continue;
      }
      for (int first = before; first != 0; first &= first - 1) {
        for (int then = classes; then != 0; then &= then - 1) {
          long pair = Integer.numberOfTrailingZeros(first) * 64L;
          add(CLASS_ORDER, pair + Integer.numberOfTrailingZeros(then));
        }
      }
      before = classes;
    }
  }
}
