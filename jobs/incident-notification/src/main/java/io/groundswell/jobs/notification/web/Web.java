package io.groundswell.jobs.notification.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls over HTTP that never block, never follow a redirect, and always end. TLS trusts what the
 * JDK trusts. Safe for use by several threads.
 */
public final class Web implements AutoCloseable {
  /** How long a call may take where nothing else is set. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  // A middlebox forgets an idle connection silently, after which a page would wait for its
  // time-out; so idle ones are given up after some seconds, unless the operator says otherwise.
  static {
    if (System.getProperty("jdk.httpclient.keepalive.timeout") == null) {
      System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }
  }

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "notification-web");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .executor(threads)
          .build();

  /**
   * One call.
   *
   * @param method such as POST
   * @param headers by name
   * @param body the body in UTF-8
   * @param timeout the whole call has to end within it
   */
  public record Call(
      String method, URI to, Map<String, String> headers, String body, Duration timeout) {
    /** Secrets may be anywhere in it. */
    @Override
    public String toString() {
      return method + " to " + to.getHost();
    }
  }

  /**
   * What came back.
   *
   * @param status the code
   * @param headers by lower-case name, the first of each
   * @param body its beginning, up to 64 KB
   */
  public record Reply(int status, Map<String, String> headers, String body) {}

  /** Sends; completes exceptionally with an {@code IOException} where no whole reply came. */
  public CompletionStage<Reply> send(Call call) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    try {
      threads.execute(() -> exchange(call, reply));
    } catch (RejectedExecutionException e) {
      reply.completeExceptionally(new IOException("this process is closing"));
    }
    return reply
        .orTimeout(call.timeout().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(failure -> CompletableFuture.failedFuture(plain(call, failure)));
  }

  /** On a thread of its own, since names are looked up without any time-out. */
  private void exchange(Call call, CompletableFuture<Reply> reply) {
    try {
      Names.requireSafe(call.to().getHost());
      if (reply.isDone()) {
        return; // The name took too long: nobody waits any more, and it counts as not sent.
      }
      CompletableFuture<HttpResponse<String>> sent =
          client.sendAsync(request(call), told -> new Beginning());
      CompletableFuture<?> unused =
          sent.handle(
              (response, failure) ->
                  failure == null
                      ? reply.complete(reply(response))
                      : reply.completeExceptionally(failure));
      // Once nobody waits any more, the connection is given up.
      unused = reply.whenComplete((done, failure) -> sent.cancel(true));
    } catch (IOException | RuntimeException e) {
      reply.completeExceptionally(e);
    }
  }

  private static HttpRequest request(Call call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.to())
            .timeout(call.timeout())
            .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
    call.headers().forEach(request::header);
    return request.build();
  }

  private static Reply reply(HttpResponse<String> response) {
    Map<String, String> headers = new TreeMap<>();
    response
        .headers()
        .map()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    return new Reply(response.statusCode(), headers, response.body());
  }

  /** One that says what happened and quotes nothing of the call, which holds secrets. */
  private static IOException plain(Call call, Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Names.HostRefusedException refused) {
      return refused;
    } else if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return new HttpTimeoutException("no answer within " + seconds(call.timeout()));
    } else if (cause instanceof ConnectException) {
      return new ConnectException("no connection");
    } else if (cause instanceof IOException io) {
      return io;
    }
    return new IOException("the call cannot be made: its address or a header is not sound");
  }

  private static String seconds(Duration timeout) {
    return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " s" : timeout.toMillis() + " ms";
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
