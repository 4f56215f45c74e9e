package io.groundswell.feeds.network;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.feeds.Timekeeper;
import io.groundswell.feeds.web.Json;
import io.groundswell.feeds.web.Refused;
import io.groundswell.feeds.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reddit gives an application a token for a day; it has to be got anew before that is over. */
final class RedditLogin {
  private static final String HOW_TO_GET =
      "register an application of the type script on https://www.reddit.com/prefs/apps and export its"
          + " id as REDDIT_CLIENT_ID and its secret as REDDIT_CLIENT_SECRET";
  private static final int UNAUTHORIZED = 401;
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final Web web;
  private final URI site;
  private final Keys keys;
  private final Timekeeper time;
  private final String basic;
  private @Nullable String token;
  private Instant until = Instant.MIN;

  RedditLogin(Web web, URI site, Keys keys, Timekeeper time) {
    this.web = web;
    this.site = site;
    this.keys = keys;
    this.time = time;
    String id = keys.get("REDDIT_CLIENT_ID", HOW_TO_GET);
    String secret = keys.get("REDDIT_CLIENT_SECRET", HOW_TO_GET);
    basic =
        keys.secret(
            "REDDIT_CLIENT_SECRET",
            Base64.getEncoder()
                .encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
  }

  /** A page that only those with a token see. */
  byte[] page(URI address) throws IOException, InterruptedException {
    boolean fresh = token == null || !time.now().isBefore(until);
    try {
      return web.page(request(address, fresh ? logIn() : token));
    } catch (Refused e) {
      if (fresh || e.status() != UNAUTHORIZED) {
        throw e;
      }
      return web.page(request(address, logIn())); // It was withdrawn before its time.
    }
  }

  private HttpRequest.Builder request(URI address, @Nullable String bearer) {
    return web.request(address).header("Authorization", "Bearer " + bearer);
  }

  private String logIn() throws IOException, InterruptedException {
    JsonNode answer =
        web.json(
            web.request(URI.create(site + "/api/v1/access_token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    String given = Json.text(answer.path("access_token"));
    if (given == null) {
      throw new Refused(
          "Reddit gives no token for REDDIT_CLIENT_ID and REDDIT_CLIENT_SECRET: "
              + Json.text(answer.path("error")),
          UNAUTHORIZED,
          null);
    }
    token = keys.secret("Reddit's token", given);
    until = time.now().plusSeconds(answer.path("expires_in").asLong(3600)).minus(MARGIN);
    return given;
  }
}
