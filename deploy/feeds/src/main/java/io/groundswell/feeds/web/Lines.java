package io.groundswell.feeds.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A response line by line. What stands after the last line end is half a line, and not given out.
 */
public final class Lines implements AutoCloseable {
  private final Body body;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private byte[] bytes = {};
  private int at;

  Lines(Body body) {
    this.body = body;
  }

  /** The next line without its end, cut where it is too long; null at the end. */
  public byte @Nullable [] next() throws IOException, InterruptedException {
    while (true) {
      int end = at;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      append(end);
      if (end < bytes.length) {
        at = end + 1;
        return taken();
      }
      byte[] more = body.next();
      if (more == null) {
        return null;
      }
      bytes = more;
      at = 0;
    }
  }

  private void append(int end) {
    line.write(bytes, at, Math.min(end - at, Sizes.CUT - Math.min(line.size(), Sizes.CUT)));
  }

  private byte[] taken() {
    byte[] whole = line.toByteArray();
    line.reset();
    boolean returns = whole.length > 0 && whole[whole.length - 1] == '\r';
    return returns ? Arrays.copyOf(whole, whole.length - 1) : whole;
  }

  @Override
  public void close() {
    body.close();
  }
}
