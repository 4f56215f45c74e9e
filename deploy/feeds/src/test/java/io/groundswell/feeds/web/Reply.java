package io.groundswell.feeds.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** What a local server does with a request. */
public interface Reply {
  /**
   * Does it.
   *
   * @param over opens when the server is closed
   */
  void to(HttpExchange exchange, CountDownLatch over) throws IOException, InterruptedException;

  /** Never says a word. */
  static Reply silence() {
    return (exchange, over) -> over.await();
  }

  /** A whole page. Headers are pairs of name and value. */
  static Reply page(int status, String body, String... headers) {
    return (exchange, over) -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
      exchange.close();
    };
  }

  /** Begins a stream; what comes then says how it goes on. */
  static Reply stream(String text, Reply then) {
    return (exchange, over) -> {
      if (exchange.getResponseCode() < 0) {
        exchange.sendResponseHeaders(200, 0);
      }
      OutputStream body = exchange.getResponseBody();
      body.write(text.getBytes(StandardCharsets.UTF_8));
      body.flush();
      then.to(exchange, over);
    };
  }

  /** The connection breaks: the last chunk never comes. */
  static Reply broken() {
    return (exchange, over) -> {
      throw new IOException("broken off");
    };
  }

  /** The server ends the stream in an orderly manner. */
  static Reply ended() {
    return (exchange, over) -> exchange.getResponseBody().close();
  }
}
