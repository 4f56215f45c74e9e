package io.groundswell.feeds.network;

import io.groundswell.feeds.web.Lines;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Server-sent events; one that is not ended by an empty line is half an event, and not given out.
 */
final class Events {
  private final Lines lines;
  private final Runnable alive;
  private String name = "";
  private StringBuilder data = new StringBuilder();

  /**
   * An event.
   *
   * @param name what happened
   * @param data to what
   */
  record Event(String name, String data) {}

  /**
   * Events in lines.
   *
   * @param alive is called for comments, which only say that the server lives
   */
  Events(Lines lines, Runnable alive) {
    this.lines = lines;
    this.alive = alive;
  }

  /** The next event, waited for. */
  Event next() throws IOException, InterruptedException {
    while (true) {
      byte[] bytes = lines.next();
      if (bytes == null) {
        throw new EOFException("the server ended the stream");
      }
      String line = new String(bytes, StandardCharsets.UTF_8);
      if (line.startsWith(":")) {
        alive.run();
      } else if (!line.isEmpty()) {
        field(line);
      } else if (!name.isEmpty()) {
        return taken();
      }
    }
  }

  private void field(String line) {
    int colon = line.indexOf(':');
    String field = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1);
    value = value.startsWith(" ") ? value.substring(1) : value;
    if ("event".equals(field)) {
      name = value;
    } else if ("data".equals(field)) {
      data.append(data.isEmpty() ? "" : "\n").append(value);
    }
  }

  private Event taken() {
    Event event = new Event(name, data.toString());
    name = "";
    data = new StringBuilder();
    return event;
  }
}
