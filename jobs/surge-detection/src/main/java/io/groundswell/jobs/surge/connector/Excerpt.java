package io.groundswell.jobs.surge.connector;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** The beginning of something long, as text that can be written: cut between characters. */
final class Excerpt {
  private Excerpt() {}

  /**
   * The text of at most {@code most} bytes; bytes that are none are replaced.
   *
   * @param whole {@code bytes} do not end in the middle of something
   */
  static String of(byte[] bytes, boolean whole, int most) {
    int length = Math.min(bytes.length, most);
    CharBuffer text = CharBuffer.allocate(length);
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    decoder.decode(ByteBuffer.wrap(bytes, 0, length), text, whole && length == bytes.length);
    return of(text.flip().toString(), most);
  }

  /** The beginning of a text that takes at most {@code most} bytes of UTF-8. */
  static String of(String text, int most) {
    ByteBuffer bytes = ByteBuffer.allocate(most);
    CharsetEncoder encoder =
        StandardCharsets.UTF_8
            .newEncoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    encoder.encode(CharBuffer.wrap(text), bytes, true);
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
  }
}
