package io.groundswell.feeds.network;

import io.groundswell.feeds.Mistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keys, from the environment only, and never to be seen again. */
public final class Keys {
  private static final String MASK = "***";

  private final Map<String, String> environment;
  private final List<String> secrets = new ArrayList<>();

  /** Keys in an environment. */
  public Keys(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * A key.
   *
   * @param howToGet ends the sentence "it is not set; …"
   * @throws Mistake if there is none
   */
  public String get(String name, String howToGet) {
    String value = environment.getOrDefault(name, "").strip();
    if (value.isEmpty()) {
      throw new Mistake("%s is not set in the environment; %s".formatted(name, howToGet));
    }
    return secret(name, value);
  }

  /**
   * Remembers what nobody may read, such as a key that was got with another. What cannot stand in a
   * header is refused here, since the JDK's client would print it.
   */
  String secret(String name, String value) {
    if (!value.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new Mistake(name + " holds a character that no key has; copy it anew");
    }
    secrets.add(value);
    return value;
  }

  /** A text without the keys in it. */
  public String mask(@Nullable String text) {
    String masked = text == null ? "" : text;
    for (String secret : secrets) {
      masked = masked.replace(secret, MASK);
    }
    return masked;
  }
}
