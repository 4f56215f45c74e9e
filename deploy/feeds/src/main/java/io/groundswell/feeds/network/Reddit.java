package io.groundswell.feeds.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.feeds.Item;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.Records;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.web.Json;
import io.groundswell.feeds.web.Web;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Submissions and comments of some subreddits, asked for again and again. Reddit could list what
 * comes {@code before} a name, but lists nothing once that is deleted; so pages are read from the
 * newest down to what is known. The cursor is the latest name of each list.
 */
public final class Reddit implements Network {
  private static final int MOST_PAGES = 10;

  private final RedditLogin login;
  private final URI api;
  private final String subreddits;
  private final Duration every;
  private final Timekeeper time;
  private final List<Listing> listings = List.of(new Listing("/new"), new Listing("/comments"));

  /**
   * A feed.
   *
   * @param site where tokens are given
   * @param api where lists are
   * @param every how often it asks
   */
  public Reddit(
      Web web,
      URI site,
      URI api,
      List<String> subreddits,
      Keys keys,
      Duration every,
      Timekeeper time) {
    this.login = new RedditLogin(web, site, keys, time);
    this.api = api;
    this.subreddits = String.join("+", subreddits);
    this.every = every;
    this.time = time;
  }

  @Override
  public void read(@Nullable String cursor, Records to) throws IOException, InterruptedException {
    if (cursor != null) {
      String[] names = cursor.split(",", -1);
      for (int i = 0; i < Math.min(names.length, listings.size()); i++) {
        listings.get(i).beginAfter(names[i]);
      }
    }
    while (true) {
      for (Listing listing : listings) {
        poll(listing, to);
      }
      to.alive();
      time.sleep(every);
    }
  }

  private void poll(Listing listing, Records to) throws IOException, InterruptedException {
    for (byte[] thing : unseen(listing, to)) {
      JsonNode data = Json.peek(thing).path("data");
      listing.add(data.path("name").asText());
      to.take(new Item(thing, cursor(), postedAt(data)));
    }
  }

  /** What is new in a list, oldest first. */
  private List<byte[]> unseen(Listing listing, Records to)
      throws IOException, InterruptedException {
    List<byte[]> unseen = new ArrayList<>();
    String after = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      byte[] json = login.page(address(listing, after));
      boolean reached = false;
      for (byte[] thing : Json.elements(json, "data", "children")) {
        boolean isNew = listing.isNew(Json.peek(thing).path("data").path("name").asText());
        reached |= !isNew;
        if (isNew) {
          unseen.add(thing);
        }
      }
      after = Json.text(Json.read(json).path("data").path("after"));
      if (reached || after == null || !listing.hasBegun()) {
        Collections.reverse(unseen);
        return unseen;
      }
    }
    to.say(
        "r/%s%s: Reddit lists no more than the last %,d; what was posted before them is missing"
            .formatted(subreddits, listing.path(), unseen.size()));
    Collections.reverse(unseen);
    return unseen;
  }

  private URI address(Listing listing, String after) {
    return URI.create(
        "%s/r/%s%s?limit=100%s"
            .formatted(api, subreddits, listing.path(), after.isEmpty() ? "" : "&after=" + after));
  }

  private String cursor() {
    return listings.stream().map(Listing::latest).collect(Collectors.joining(","));
  }

  private static @Nullable Instant postedAt(JsonNode data) {
    JsonNode seconds = data.path("created_utc");
    return seconds.isNumber() ? Instant.ofEpochSecond(seconds.asLong()) : null;
  }
}
