package io.groundswell.domain.answer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person says of an incident. */
public enum Judgement {
  /** Somebody has taken it on; nothing is said of its truth. */
  ACKNOWLEDGED,
  /** Something was broken. */
  REAL,
  /** Nothing was. */
  FALSE,
  /** Another incident tells of the same. */
  DUPLICATE;

  /** The name that people and files use, such as {@code real}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of this name, or null. */
  public static @Nullable Judgement of(String label) {
    for (Judgement one : values()) {
      if (one.label().equals(label)) {
        return one;
      }
    }
    return null;
  }

  /** All names. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Judgement::label).toList();
  }
}
