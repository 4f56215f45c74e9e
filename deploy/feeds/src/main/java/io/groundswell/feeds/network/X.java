package io.groundswell.feeds.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.feeds.Item;
import io.groundswell.feeds.Network;
import io.groundswell.feeds.Records;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.web.Json;
import io.groundswell.feeds.web.Lines;
import io.groundswell.feeds.web.Web;
import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * X's filtered stream (API v2): a post a line, and an empty line each 20 seconds. It has no cursor;
 * at most the last five minutes are delivered again, to those who pay for that.
 */
public final class X implements Network {
  private static final String STREAM =
      "/2/tweets/search/stream?tweet.fields=id,text,created_at,author_id,lang,note_tweet,"
          + "edit_history_tweet_ids,referenced_tweets,geo,withheld"
          + "&expansions=author_id,geo.place_id"
          + "&user.fields=username,location,public_metrics,protected,withheld"
          + "&place.fields=country_code,full_name,place_type,geo";
  private static final int MOST_BACKFILL = 5;

  /** Ids count milliseconds from here, above their lower 22 bits. */
  private static final long EPOCH = 1_288_834_974_657L;

  private static final int ID_BITS = 22;

  private final Web web;
  private final URI api;
  private final String token;
  private final XRules rules;
  private final boolean backfill;
  private final Duration quiet;
  private final Timekeeper time;
  private boolean rulesMatch;
  private @Nullable Instant lastAlive;

  /**
   * A feed.
   *
   * @param rules what posts have to match; none: what is set at X
   * @param backfill whether the last five minutes may be asked for again
   * @param quiet a connection that is silent for so long is broken
   */
  public X(
      Web web,
      URI api,
      List<String> rules,
      boolean backfill,
      Keys keys,
      Duration quiet,
      Timekeeper time) {
    this.web = web;
    this.api = api;
    this.backfill = backfill;
    this.quiet = quiet;
    this.time = time;
    token =
        keys.get(
            "X_BEARER_TOKEN",
            "make a project and an app on https://developer.x.com and export its bearer token");
    this.rules = new XRules(web, api, token, rules);
  }

  @Override
  public void read(@Nullable String cursor, Records to) throws IOException, InterruptedException {
    if (!rulesMatch) {
      rules.match(to);
      rulesMatch = true;
    }
    Instant seen = lastAlive == null ? postedAt(cursor) : lastAlive;
    long minutes = seen == null ? 0 : missedMinutes(seen);
    try (Lines lines = web.lines(stream(minutes), quiet)) {
      if (minutes > (backfill ? MOST_BACKFILL : 0)) {
        to.say("X does not deliver again all of what was posted since " + seen);
      }
      lastAlive = time.now();
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        to.take(item(line));
        lastAlive = time.now();
      }
      throw new EOFException("X ended the stream");
    }
  }

  private HttpRequest.Builder stream(long minutes) {
    String again =
        backfill && minutes > 0 ? "&backfill_minutes=" + Math.min(minutes, MOST_BACKFILL) : "";
    return web.request(URI.create(api + STREAM + again)).header("Authorization", "Bearer " + token);
  }

  /** Begun ones count. */
  private long missedMinutes(Instant since) {
    return Math.max(0, Duration.between(since, time.now()).toMinutes()) + 1;
  }

  /** The empty line goes on as an empty record: it says that X lives when nobody posts. */
  private static Item item(byte[] line) {
    JsonNode data = Json.peek(line).path("data");
    return new Item(line, Json.text(data.path("id")), Json.time(data.path("created_at")));
  }

  private static @Nullable Instant postedAt(@Nullable String id) {
    try {
      return id == null ? null : Instant.ofEpochMilli((Long.parseLong(id) >> ID_BITS) + EPOCH);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
