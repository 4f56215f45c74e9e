package io.groundswell.jobs.notification.web;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Calls over HTTP that never block, never follow a redirect, and always end. */
public interface Web extends AutoCloseable {
  /**
   * One call.
   *
   * @param method such as POST
   * @param headers by name; values of secrets among them are named in {@code secretHeaders}
   * @param body the body in UTF-8
   * @param timeout the whole call has to end within it
   */
  record Call(String method, URI to, Map<String, String> headers, String body, Duration timeout) {}

  /**
   * What came back.
   *
   * @param status the code
   * @param headers by lower-case name, the first of each
   * @param body its beginning, up to 64 KB
   */
  record Reply(int status, Map<String, String> headers, String body) {}

  /** Sends; completes exceptionally with an {@code IOException} where no whole reply came. */
  CompletionStage<Reply> send(Call call);

  @Override
  void close();
}
