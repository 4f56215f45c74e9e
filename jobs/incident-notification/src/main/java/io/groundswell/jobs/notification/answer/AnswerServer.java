package io.groundswell.jobs.notification.answer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.groundswell.jobs.notification.web.Signature;
import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Listens for answers: {@code POST /v1/verdicts} in Groundswell's own shape, and {@code POST
 * /v1/pagerduty}. An answer is 202 once the broker has it.
 */
public final class AnswerServer implements AutoCloseable {
  // Whoever sends half a request holds a thread; the server's own limit is none.
  static {
    for (String limit : new String[] {"maxReqTime", "maxRspTime"}) {
      if (System.getProperty("sun.net.httpserver." + limit) == null) {
        System.setProperty("sun.net.httpserver." + limit, "10");
      }
    }
  }

  private static final int LARGEST = 64 * 1024;
  private static final int THREADS = 4;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Gate gate;
  private final Taker taker;
  private final LongSupplier clock;

  /** Where answers go. */
  @FunctionalInterface
  public interface Taker {
    /** Returns when the answer is safe. */
    void take(Verdict verdict) throws IOException;
  }

  /**
   * Starts to listen.
   *
   * @param clock what time it is, epoch milliseconds
   * @throws IOException where the address is taken
   */
  public AnswerServer(Answers answers, Taker taker, LongSupplier clock) throws IOException {
    this.gate = new Gate(answers);
    this.taker = taker;
    this.clock = clock;
    this.server = HttpServer.create(new InetSocketAddress(answers.host(), answers.port()), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The port that it listens at. */
  public int port() {
    return server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      try {
        take(exchange, body(exchange));
        say(exchange, 202, "taken");
      } catch (Refusal why) {
        say(exchange, why.status(), String.valueOf(why.getMessage()));
      } catch (IOException e) {
        say(exchange, 503, "the broker does not take it; try again");
      }
    }
  }

  private void take(HttpExchange exchange, String body) throws IOException, Refusal {
    Verdict verdict = verdict(exchange, body);
    try {
      if (verdict != null) {
        taker.take(verdict);
      }
    } catch (IOException e) {
      gate.forget(header(exchange, Signature.TIMESTAMP), body);
      throw e;
    }
  }

  private @Nullable Verdict verdict(HttpExchange exchange, String body) throws Refusal {
    String path = exchange.getRequestURI().getPath();
    long now = clock.getAsLong();
    return switch (path) {
      case "/v1/verdicts" ->
          gate.own(
              header(exchange, Signature.TIMESTAMP), header(exchange, Signature.HEADER), body, now);
      case "/v1/pagerduty" ->
          gate.ofPagerDuty(header(exchange, "X-PagerDuty-Signature"), body, now);
      default -> throw new Refusal(404, "post to /v1/verdicts or /v1/pagerduty");
    };
  }

  private static String body(HttpExchange exchange) throws IOException, Refusal {
    if (!exchange.getRequestMethod().equals("POST")) {
      throw new Refusal(405, "use POST");
    }
    byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new Refusal(413, "longer than 64 KB");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static @Nullable String header(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getFirst(name);
  }

  private static void say(HttpExchange exchange, int status, String what) throws IOException {
    byte[] bytes =
        Json.object(json -> json.writeStringField("said", what)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
