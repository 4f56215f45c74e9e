package io.groundswell.state.check;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a state when another version goes on from it.
 *
 * @param operator uid of its operator
 * @param state its name; null where it is about the whole operator
 * @param verdict what becomes of it
 * @param words why, and how to mend it; empty where there is nothing to say
 */
public record Finding(String operator, @Nullable String state, Verdict verdict, String words) {

  /** What becomes of a state. */
  public enum Verdict {
    /** It is read as it was written. */
    AS_IS,
    /** Flink rewrites it as it reads it. */
    ADAPTED,
    /** The savepoint has none of it: it begins empty. */
    NEW,
    /** Nobody takes it over, and Flink says nothing. */
    LEFT_BEHIND,
    /** It cannot be taken over. */
    UNFIT;

    /** The word for it, such as {@code as is}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Whether a job would not start from it, or lose something by it. */
  public boolean harmful() {
    return verdict == Verdict.LEFT_BEHIND || verdict == Verdict.UNFIT;
  }
}
