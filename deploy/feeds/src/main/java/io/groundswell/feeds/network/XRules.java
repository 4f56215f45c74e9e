package io.groundswell.feeds.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.feeds.Mistake;
import io.groundswell.feeds.Records;
import io.groundswell.feeds.web.Json;
import io.groundswell.feeds.web.Web;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules by which X chooses posts. They stay at X; those set from here bear a tag, and only they
 * are taken away again.
 */
final class XRules {
  private static final String TAG = "groundswell";

  private final Web web;
  private final URI address;
  private final String token;
  private final List<String> wanted;

  XRules(Web web, URI api, String token, List<String> wanted) {
    this.web = web;
    this.address = URI.create(api + "/2/tweets/search/stream/rules");
    this.token = token;
    this.wanted = wanted;
  }

  /** Makes the rules at X those that are wanted; where none are given, whatever stands there. */
  void match(Records to) throws IOException, InterruptedException {
    List<String> missing = new ArrayList<>(wanted);
    List<String> surplus = new ArrayList<>();
    int others = 0;
    for (JsonNode rule : web.json(request()).path("data")) {
      if (!missing.remove(rule.path("value").asText())) {
        boolean ours = TAG.equals(rule.path("tag").asText());
        if (ours && !wanted.isEmpty()) {
          surplus.add(rule.path("id").asText());
        } else {
          others++;
        }
      }
    }
    if (wanted.isEmpty() && others == 0) {
      throw new Mistake("this X application has no rules, so no post would come; give --rule");
    }
    if (!wanted.isEmpty() && others > 0) {
      to.say("X also delivers by %d rules that were not set from here".formatted(others));
    }
    add(missing);
    delete(surplus);
  }

  private void add(List<String> values) throws IOException, InterruptedException {
    ObjectNode change = Json.object();
    ArrayNode rules = change.putArray("add");
    values.forEach(value -> rules.addObject().put("value", value).put("tag", TAG));
    send(change, values);
  }

  private void delete(List<String> ids) throws IOException, InterruptedException {
    ObjectNode change = Json.object();
    ArrayNode list = change.putObject("delete").putArray("ids");
    ids.forEach(list::add);
    send(change, ids);
  }

  private void send(ObjectNode change, List<String> of) throws IOException, InterruptedException {
    if (of.isEmpty()) {
      return;
    }
    JsonNode answer =
        web.json(
            request()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(change))));
    JsonNode error = answer.path("errors").path(0);
    if (!error.isMissingNode()) {
      String value = Json.text(error.path("value"));
      throw new Mistake(
          "--rule: X refuses %s: %s"
              .formatted(
                  value == null ? "a rule" : "'" + value + "'",
                  Json.text(error.has("detail") ? error.path("detail") : error.path("title"))));
    }
  }

  private HttpRequest.Builder request() {
    return web.request(address).header("Authorization", "Bearer " + token);
  }
}
