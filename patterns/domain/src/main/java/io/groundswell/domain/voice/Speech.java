package io.groundswell.domain.voice;

import io.groundswell.domain.post.Masking;
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
  /**
   * What a post says, as far as its masked text tells: so whoever has kept that can hear the post
   * again. Only where it sends its readers is taken from what it says itself.
   */
  public static Speech of(GistReader reader, Post post, String masked) {
    Gist whole = reader.read(post.text());
    String said = Masking.withoutMasks(masked);
    return said.equals(post.text())
        ? new Speech(words(reader), whole, Quote.of(post, masked))
        : again(reader, post, masked, whole.link());
  }

  /**
   * What a post has said of which the masked text was kept.
   *
   * @param link hash of the first link or telephone number in it; 0 without
   */
  public static Speech again(GistReader reader, Post post, String masked, long link) {
    Gist said = reader.read(Masking.withoutMasks(masked));
    Gist gist = new Gist(said.words(), said.distinct(), said.triples(), link);
    return new Speech(words(reader), gist, Quote.of(post, masked));
  }

  private static String words(GistReader reader) {
    return String.join(" ", reader.words());
  }
}
