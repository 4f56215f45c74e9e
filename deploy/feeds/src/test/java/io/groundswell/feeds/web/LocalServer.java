package io.groundswell.feeds.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A server that plays a part: so many replies for each path, and after the last one silence. */
public final class LocalServer implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch over = new CountDownLatch(1);
  private final Map<String, Queue<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> unanswered = new LinkedBlockingQueue<>();

  /**
   * A request.
   *
   * @param line method, path and query
   * @param agent who asked
   * @param authorization with which key
   * @param body what was sent along
   */
  public record Asked(String line, String agent, String authorization, String body) {}

  /** A server on a free port of the loopback. */
  public LocalServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Adds replies to requests for a path, in this order. */
  public LocalServer on(String path, Reply... inOrder) {
    replies.computeIfAbsent(path, p -> new ConcurrentLinkedQueue<>()).addAll(List.of(inOrder));
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    asked.add(
        new Asked(
            line,
            exchange.getRequestHeaders().getFirst("User-Agent"),
            exchange.getRequestHeaders().getFirst("Authorization"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    Queue<Reply> left = replies.get(path);
    Reply reply = left == null ? Reply.page(404, "") : left.poll();
    if (reply == null) {
      unanswered.add(path);
    }
    try {
      (reply == null ? Reply.silence() : reply).to(exchange, over);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the part has been played to its end: the path is asked for once more. */
  public void awaitEnd(String path) throws InterruptedException {
    String next = unanswered.take();
    while (!next.equals(path)) {
      next = unanswered.take();
    }
  }

  /** All requests so far. */
  public List<Asked> asked() {
    return asked;
  }

  /** All requests for a path so far, with their queries. */
  public List<String> asked(String path) {
    return asked.stream().map(Asked::line).filter(line -> line.contains(path)).toList();
  }

  /** Where it is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    over.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
