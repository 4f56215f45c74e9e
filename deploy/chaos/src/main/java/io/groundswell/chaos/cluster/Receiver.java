package io.groundswell.chaos.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A destination of webhooks, which knows of every incident what it heard last. */
public final class Receiver implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, Integer> heard = new ConcurrentHashMap<>();

  /** Listens on a free port of the loopback. */
  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  private void take(HttpExchange exchange) throws IOException {
    JsonNode update = JSON.readTree(exchange.getRequestBody()).path("data");
    heard.put(update.path("incident_id").asText(), update.path("sequence").asInt());
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  /** Where it is. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The sequence that was heard last, by incident. */
  public Map<String, Integer> heard() {
    return Map.copyOf(heard);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
