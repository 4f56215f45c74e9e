package io.groundswell.jobs.notification.destination;

import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The calls of one destination: every one becomes an answer, in which none of its secrets is. */
public final class Calls {
  /** A page that is not there after that is late whatever comes. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Web web;
  private final Struck struck;
  private final Duration timeout;

  /**
   * Calls of a destination.
   *
   * @param struck its secrets
   * @param timeout how long one may take
   */
  public Calls(Web web, Struck struck, Duration timeout) {
    this.web = web;
    this.struck = struck;
    this.timeout = timeout;
  }

  /** The key {@code timeout}. */
  public static Duration timeout(Block block, Duration usual) {
    return duration(block, "timeout", usual, LONGEST);
  }

  /** A duration of a second or more, and of at most so much. */
  public static Duration duration(Block block, String key, Duration usual, Duration most) {
    Duration value = block.duration(key, usual);
    if (value.toSeconds() < 1 || value.compareTo(most) > 0) {
      String remedy = "use 1s to " + most.toSeconds() + "s";
      throw block.wrong(key, key + " is " + value.toSeconds() + "s", remedy);
    }
    return value;
  }

  /** A POST with a body of JSON. */
  public Web.Call post(URI to, Map<String, String> headers, String json) {
    return post(to, "application/json; charset=utf-8", headers, json);
  }

  /** A POST with a body of some type. */
  public Web.Call post(URI to, String type, Map<String, String> headers, String body) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Content-Type", type);
    all.put("User-Agent", "groundswell");
    all.putAll(headers);
    return new Web.Call("POST", to, all, body, timeout);
  }

  /** Sends, with the shared rules for what comes back. */
  public CompletionStage<Answer> send(Web.Call call, long now) {
    return send(call, reply -> Replies.answer(call.to().getHost(), reply, now));
  }

  /** Sends, with the owner's rules for what comes back. */
  public CompletionStage<Answer> send(Web.Call call, Function<Web.Reply, Answer> rules) {
    return web.send(call)
        .thenApply(rules)
        .exceptionally(failure -> Replies.failure(call.to().getHost(), cause(failure)))
        .thenApply(this::struck);
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private Answer struck(Answer answer) {
    return new Answer(
        answer.outcome(), answer.reference(), answer.pause(), struck.from(answer.reason()));
  }

  /** A call as people may see it. */
  public String preview(Web.Call call) {
    StringBuilder text = new StringBuilder();
    text.append(call.method()).append(' ').append(call.to()).append('\n');
    call.headers().forEach((name, value) -> text.append(name + ": " + value + "\n"));
    return struck.from(text.append('\n').append(call.body()).append('\n').toString());
  }
}
