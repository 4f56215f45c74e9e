package io.groundswell.domain.volume;

import io.groundswell.domain.post.Hash64;

/**
 * How many complaints came from one source.
 *
 * @param source {@link #hash} of its name
 * @param posts complaints, 1 or more
 */
public record Origin(int source, int posts) {

  /** What tells sources apart: their names are free text, of which nothing is kept. */
  public static int hash(String source) {
    return (int) Hash64.of("source", source);
  }
}
