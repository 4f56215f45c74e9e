package io.groundswell.feeds.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.feeds.Item;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.Records;
import io.groundswell.feeds.web.Json;
import io.groundswell.feeds.web.Refused;
import io.groundswell.feeds.web.Texts;
import io.groundswell.feeds.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bluesky's Jetstream, a WebSocket without a key. Its cursor is the relay's time in microseconds,
 * which all its hosts understand: when one fails, the next goes on.
 */
public final class Bluesky implements Network {
  /** Those that Bluesky runs for all. */
  public static final List<String> PUBLIC_HOSTS =
      List.of(
          "jetstream1.us-east.bsky.network",
          "jetstream2.us-east.bsky.network",
          "jetstream1.us-west.bsky.network",
          "jetstream2.us-west.bsky.network");

  private static final String PATH =
      "/subscribe?wantedCollections=app.bsky.feed.post&wantedCollections=app.bsky.feed.repost";

  /** Hosts do not see events at quite the same time. */
  private static final Duration REWIND = Duration.ofSeconds(5);

  private static final long MICROS = 1_000_000;

  private final Web web;
  private final List<URI> hosts;
  private final Duration quiet;
  private int host;

  /**
   * A feed.
   *
   * @param hosts {@code wss://} and a name, in the order in which they are tried
   * @param quiet a connection that is silent for so long is broken
   */
  public Bluesky(Web web, List<URI> hosts, Duration quiet) {
    this.web = web;
    this.hosts = hosts;
    this.quiet = quiet;
  }

  @Override
  public void read(@Nullable String cursor, Records to) throws IOException, InterruptedException {
    try (Texts texts = web.texts(address(cursor), quiet)) {
      while (true) {
        byte[] text = texts.next();
        if (text.length > 0) {
          to.take(item(text));
        } else {
          to.alive();
        }
      }
    } finally {
      host = (host + 1) % hosts.size();
    }
  }

  /** There is no key that could be wrong, and what one host refuses the next may serve. */
  @Override
  public boolean isFinal(Refused refusal) {
    return false;
  }

  private URI address(@Nullable String cursor) {
    String from =
        cursor == null ? "" : "&cursor=" + (Long.parseLong(cursor) - REWIND.toSeconds() * MICROS);
    return URI.create(hosts.get(host) + PATH + from);
  }

  private static Item item(byte[] text) {
    JsonNode time = Json.peek(text).path("time_us");
    if (!time.canConvertToLong() || time.asLong() <= 0) {
      return new Item(text, null, null);
    }
    long micros = time.asLong();
    return new Item(text, Long.toString(micros), Instant.ofEpochMilli(micros / 1000));
  }
}
