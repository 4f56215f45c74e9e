package io.groundswell.feeds.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.feeds.Cursors;
import io.groundswell.feeds.Item;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.Records;
import io.groundswell.feeds.web.Json;
import io.groundswell.feeds.web.Lines;
import io.groundswell.feeds.web.Refused;
import io.groundswell.feeds.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Mastodon server's public timeline: streamed as server-sent events, and what was missed fetched
 * page by page. The cursor is the last status's id.
 */
public final class Mastodon implements Network {
  private static final int HTTP_NOT_FOUND = 404;

  /** Ids count milliseconds above their lower 16 bits. */
  private static final int ID_BITS = 16;

  /** Statuses of other servers arrive late, with ids of when they were made. */
  private static final Duration REWIND = Duration.ofMinutes(1);

  private final Web web;
  private final URI server;
  private final String token;
  private final boolean local;
  private final Duration quiet;
  private @Nullable URI streaming;

  /**
   * A feed.
   *
   * @param server {@code https://} and a name
   * @param local only what was posted on that server
   * @param quiet a connection that is silent for so long is broken; servers give a sign each 15 s
   */
  public Mastodon(Web web, URI server, boolean local, Keys keys, Duration quiet) {
    this.web = web;
    this.server = server;
    this.local = local;
    this.quiet = quiet;
    token =
        keys.get(
            "MASTODON_ACCESS_TOKEN",
            "make an application with the scope read on %s/settings/applications and export its"
                    .formatted(server)
                + " access token");
  }

  /** Streams first, so that nothing is posted between the last page and the stream. */
  @Override
  public void read(@Nullable String cursor, Records to) throws IOException, InterruptedException {
    String path = "/api/v1/streaming/public" + (local ? "/local" : "");
    try (Lines lines = web.lines(request(streaming() + path), quiet)) {
      if (cursor != null) {
        readMissed(cursor, to);
      }
      Events events = new Events(lines, to::alive);
      while (true) {
        to.take(item(events.next()));
      }
    }
  }

  /** Servers may stream from a host of their own. */
  private URI streaming() throws IOException, InterruptedException {
    if (streaming == null) {
      String told = null;
      try {
        JsonNode urls =
            web.json(request(server + "/api/v2/instance")).path("configuration").path("urls");
        told = Json.text(urls.path("streaming"));
      } catch (Refused e) {
        if (e.status() != HTTP_NOT_FOUND) {
          throw e;
        }
      }
      streaming = told == null ? server : URI.create(told.replaceFirst("^ws", "http"));
    }
    return streaming;
  }

  private void readMissed(String cursor, Records to) throws IOException, InterruptedException {
    String reached = rewound(cursor);
    while (true) {
      List<byte[]> statuses =
          Json.elements(
              web.page(
                  request(
                      "%s/api/v1/timelines/public?limit=40&min_id=%s%s"
                          .formatted(server, reached, local ? "&local=true" : ""))));
      Collections.reverse(statuses); // The newest comes first.
      String before = reached;
      for (byte[] status : statuses) {
        Item item = item(status, Json.peek(status));
        to.take(item);
        String id = item.cursor();
        reached = id != null && Cursors.isAfter(id, reached) ? id : reached;
      }
      if (reached.equals(before)) {
        return;
      }
    }
  }

  private static String rewound(String id) {
    try {
      return Long.toString(Math.max(0, Long.parseLong(id) - (REWIND.toMillis() << ID_BITS)));
    } catch (NumberFormatException e) {
      return id; // Another program's server, whose ids say nothing.
    }
  }

  /** As the WebSocket of the same API has it: one JSON object, the payload a string. */
  private Item item(Events.Event event) {
    ObjectNode record = Json.object();
    record.putArray("stream").add(local ? "public:local" : "public");
    record.put("event", event.name()).put("payload", event.data());
    byte[] value = Json.bytes(record);
    return "update".equals(event.name())
        ? item(value, Json.peek(event.data().getBytes(StandardCharsets.UTF_8)))
        : new Item(value, null, null);
  }

  private static Item item(byte[] value, JsonNode status) {
    return new Item(value, Json.text(status.path("id")), Json.time(status.path("created_at")));
  }

  private HttpRequest.Builder request(String address) {
    return web.request(URI.create(address)).header("Authorization", "Bearer " + token);
  }
}
