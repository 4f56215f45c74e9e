package io.groundswell.domain.voice;

import io.groundswell.domain.post.Post;
import org.jspecify.annotations.Nullable;

/**
 * What a complaint says, as it travels until it has been heard among others.
 *
 * @param words its folded words of three letters and more, in their order, apart by spaces
 * @param gist what is kept of it
 * @param quote what can be shown of it; null in state of version 0.1
 */
public record Speech(String words, Gist gist, @Nullable Quote quote) {
  /** What a post says. */
  public static Speech of(GistReader reader, Post post) {
    Gist gist = reader.read(post.text());
    return new Speech(String.join(" ", reader.words()), gist, Quote.of(post));
  }
}
