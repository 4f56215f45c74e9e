package io.groundswell.jobs.benchmark.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A receiver of webhooks, which notes when it answered 200 to the first word of each incident. */
final class Received implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Page> pages = new TreeMap<>();
  private int calls;

  /**
   * The first that was heard of an incident about a product as a whole.
   *
   * @param product its id
   * @param detected end of the bucket that opened it, epoch milliseconds
   * @param at when it was answered, epoch milliseconds
   */
  record Page(String product, long detected, long at) {}

  Received() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode update = JSON.readTree(exchange.getRequestBody()).path("data");
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
    note(update, System.currentTimeMillis());
  }

  private synchronized void note(JsonNode update, long now) {
    calls++;
    JsonNode subject = update.path("subject");
    if (subject.path("component").isNull()
        && subject.path("region").isNull()
        && subject.path("term").isNull()
        && update.path("kind").asText().equals("surge")) {
      long detected = Instant.parse(update.path("detected_at").asText()).toEpochMilli();
      pages.putIfAbsent(
          update.path("incident_id").asText(),
          new Page(subject.path("product").asText(), detected, now));
    }
  }

  synchronized List<Page> pages() {
    return new ArrayList<>(pages.values());
  }

  synchronized int calls() {
    return calls;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
