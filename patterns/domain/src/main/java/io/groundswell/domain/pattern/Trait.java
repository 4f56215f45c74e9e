package io.groundswell.domain.pattern;

import java.io.Serializable;
import java.util.List;

/**
 * One thing that a bucket has to be. Flat, since it is operator state.
 *
 * @param what what is looked at
 * @param words the words of which it is one, for a {@code WORD}; else empty
 * @param range the numbers of which it is one; every number where none is asked
 * @param stages the earlier stages that it is compared with; else empty
 */
public record Trait(What what, List<String> words, Range range, List<String> stages)
    implements Serializable {

  /** Copies the lists. */
  public Trait {
    words = List.copyOf(words);
    stages = List.copyOf(stages);
  }

  /** Whether a word is one of some. */
  public static Trait word(What what, List<String> words) {
    return new Trait(what, words, Range.ANY, List.of());
  }

  /** Whether a number lies in a range. */
  public static Trait number(What what, Range range) {
    return new Trait(what, List.of(), range, List.of());
  }

  /** The same of a number that is measured from an earlier stage. */
  public static Trait since(What what, String stage, Range range) {
    return new Trait(what, List.of(), range, List.of(stage));
  }

  /** A relation to earlier stages. */
  public static Trait relation(What what, List<String> stages) {
    return new Trait(what, List.of(), Range.ANY, stages);
  }
}
