package io.groundswell.domain.voice;

/**
 * What a complaint says, as it travels until it has been heard among others.
 *
 * @param words its folded words of three letters and more, in their order, apart by spaces
 * @param gist what is kept of it
 */
public record Speech(String words, Gist gist) {
  /** What the text says that a reader has read last. */
  public static Speech of(GistReader reader, String text) {
    Gist gist = reader.read(text);
    return new Speech(String.join(" ", reader.words()), gist);
  }
}
