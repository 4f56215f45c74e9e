package io.groundswell.jobs.surge.evaluate.truth;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys of subjects, named by one of them or with wildcards: in {@code acme@US*} and {@code *} the
 * star stands for any text, also none.
 */
public final class KeyPattern {
  private final String text;
  private final Pattern pattern;

  /** The keys that a text names. */
  public KeyPattern(String text) {
    this.text = text;
    this.pattern =
        Pattern.compile(
            Arrays.stream(text.split("\\*", -1))
                .map(Pattern::quote)
                .collect(Collectors.joining(".*")),
            Pattern.DOTALL);
  }

  /** Whether a key is one of them. */
  public boolean matches(String key) {
    return pattern.matcher(key).matches();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return text;
  }
}
