package io.groundswell.domain.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong in what the user wrote.
 *
 * @param path where, as a JSON pointer: {@code /products/1/id}
 * @param message what is wrong
 * @param first where the same thing was written before, as a JSON pointer, or null
 * @param remedy how to mend it
 */
public record Problem(String path, String message, @Nullable String first, String remedy) {

  /** A problem that concerns one place only. */
  public static Problem at(String path, String message, String remedy) {
    return new Problem(path, message, null, remedy);
  }
}
