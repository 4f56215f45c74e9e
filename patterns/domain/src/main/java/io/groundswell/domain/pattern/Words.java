package io.groundswell.domain.pattern;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants as files write them: {@code followed_by_any}. */
public final class Words {
  private Words() {}

  /** The word for a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** The words for all constants of a type, in their order. */
  public static List<String> all(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
  }
}
