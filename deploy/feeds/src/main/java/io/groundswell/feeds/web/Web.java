package io.groundswell.feeds.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.feeds.Timekeeper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own client. It follows no redirections, since it would take the key along to wherever
 * they lead; proxies are the JDK's properties' business ({@code -Dhttps.proxyHost}).
 */
public final class Web {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(Version.HTTP_1_1)
          .followRedirects(Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  private final Timekeeper time;
  private final String userAgent;

  /**
   * A client.
   *
   * @param userAgent what it calls itself
   */
  public Web(Timekeeper time, String userAgent) {
    this.time = time;
    this.userAgent = userAgent;
  }

  /** A request to be completed. */
  public HttpRequest.Builder request(URI address) {
    return HttpRequest.newBuilder(address).timeout(PATIENCE).header("User-Agent", userAgent);
  }

  /**
   * Asks for lines without end.
   *
   * @param quiet a connection that is silent for so long is broken
   */
  public Lines lines(HttpRequest.Builder request, Duration quiet)
      throws IOException, InterruptedException {
    return new Lines(send(request.build(), quiet).body());
  }

  /** Asks for all of a page; waits after the last one that the server allows for now. */
  public byte[] page(HttpRequest.Builder request) throws IOException, InterruptedException {
    Answer answer = send(request.build(), PATIENCE);
    try (Body body = answer.body()) {
      byte[] page = body.whole();
      Duration pause = RateLimit.pause(answer.headers(), time.now());
      if (!pause.isZero()) {
        time.sleep(pause);
      }
      return page;
    }
  }

  /** Asks for a page of JSON. */
  public JsonNode json(HttpRequest.Builder request) throws IOException, InterruptedException {
    return Json.read(page(request));
  }

  /**
   * Opens a WebSocket.
   *
   * @param quiet a connection that is silent for so long is broken
   */
  public Texts texts(URI address, Duration quiet) throws IOException, InterruptedException {
    Texts texts = new Texts(quiet);
    CompletableFuture<?> opening =
        client
            .newWebSocketBuilder()
            .header("User-Agent", userAgent)
            .connectTimeout(PATIENCE)
            .buildAsync(address, texts);
    try {
      opening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return texts;
    } catch (ExecutionException e) {
      throw notOpened(address, e.getCause());
    } catch (TimeoutException e) {
      texts.close();
      throw new IOException(address.getHost() + " does not answer", e);
    } catch (InterruptedException e) {
      texts.close();
      throw e;
    }
  }

  private IOException notOpened(URI address, @Nullable Throwable why) {
    if (why instanceof WebSocketHandshakeException refused && refused.getResponse() != null) {
      HttpResponse<?> response = refused.getResponse();
      return refusal(address, response.statusCode(), response.headers(), "");
    }
    return new IOException("no connection to " + address.getAuthority(), why);
  }

  /**
   * An answer whose body has begun.
   *
   * @param status HTTP's
   * @param body still to be read
   */
  private record Answer(int status, HttpHeaders headers, Body body) {}

  private Answer send(HttpRequest request, Duration quiet)
      throws IOException, InterruptedException {
    Answer answer = begun(request, quiet);
    if (answer.status() / 100 == 2) {
      return answer;
    }
    try (Body body = answer.body()) {
      throw refusal(request.uri(), answer.status(), answer.headers(), reason(body));
    }
  }

  /**
   * Where a body breaks off at once, the client only tells that; what came of it counts all the
   * same.
   */
  private Answer begun(HttpRequest request, Duration quiet)
      throws IOException, InterruptedException {
    AtomicReference<@Nullable Answer> begun = new AtomicReference<>();
    try {
      client.send(
          request,
          info -> {
            Answer answer = new Answer(info.statusCode(), info.headers(), new Body(quiet));
            begun.set(answer);
            return answer.body();
          });
    } catch (ConnectException e) {
      throw new IOException("no connection to " + request.uri().getAuthority(), e);
    } catch (IOException e) {
      Answer answer = begun.get();
      if (answer == null) {
        throw e;
      }
      answer.body().onError(e);
      return answer;
    }
    return Objects.requireNonNull(begun.get(), "an answer without a beginning");
  }

  private Refused refusal(URI address, int status, HttpHeaders headers, String reason) {
    return new Refused(
        "%s answers %d to %s%s"
            .formatted(address.getAuthority(), status, address.getPath(), reason),
        status,
        RateLimit.told(headers, time.now()));
  }

  private static String reason(Body body) throws InterruptedException {
    try {
      @Nullable String reason = Json.reason(body.whole());
      return reason == null ? "" : " (" + reason + ")";
    } catch (IOException e) {
      return "";
    }
  }
}
