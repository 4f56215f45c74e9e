package io.groundswell.domain.triage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is complained of, in any language, as far as the lexicons tell: {@code DELAY}, {@code LOSS};
 * {@code not FUNCTION} where a healthy product's deed is denied ("does not load").
 *
 * <p>Reusable, not thread-safe.
 */
public final class Meanings {
  private static final Set<WordClass> PLAIN =
      EnumSet.of(
          WordClass.FAULT,
          WordClass.OUTAGE,
          WordClass.CANNOT,
          WordClass.DELAY,
          WordClass.LOSS,
          WordClass.MONEY,
          WordClass.SERVICE,
          WordClass.CANCEL,
          WordClass.ACCESS,
          WordClass.SLOW,
          WordClass.CHANGE,
          WordClass.QUALITY);

  private final TextFeatures features = new TextFeatures();

  /** The meanings of a text, in an order that is always the same. */
  public List<String> of(String text) {
    features.read(text);
    long found = features.classesFound();
    List<String> meanings = new ArrayList<>();
    for (WordClass one : PLAIN) {
      if ((found & one.bit()) != 0) {
        meanings.add(one.name());
      }
    }
    if ((found >>> 32 & WordClass.FUNCTION.bit()) != 0) {
      meanings.add("not " + WordClass.FUNCTION.name());
    }
    return meanings;
  }

  /**
   * What the last text denies, in words for what is complained of: {@code CANNOT} and {@code
   * ACCESS} in "cannot log in", which is a complaint for all that.
   */
  public List<String> denied() {
    long found = features.classesFound() >>> 32;
    return PLAIN.stream().filter(one -> (found & one.bit()) != 0).map(Enum::name).toList();
  }

  /** Whether a text thanks for something, be it in earnest or not. */
  public boolean thanks(String text) {
    features.read(text);
    return (features.classesFound() & WordClass.THANKS.bit()) != 0;
  }
}
