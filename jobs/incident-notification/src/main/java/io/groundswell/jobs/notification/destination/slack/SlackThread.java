package io.groundswell.jobs.notification.destination.slack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Answer.Outcome;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.notice.Notice.Said;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * A channel of Slack by its web API: an incident is a thread. Its first message is kept current, so
 * that the channel shows how things stand; what changed is a reply.
 */
final class SlackThread implements Destination {
  /**
   * Documented as one message a second for a channel, and 50 changes a minute: every notice after
   * the first takes one of each.
   */
  private static final Manner MANNER = new Manner(false, false, 1, 40, null);

  private final URI address;
  private final String channel;
  private final Secret token;
  private final Calls calls;

  SlackThread(URI address, String channel, Secret token, Calls calls) {
    this.address = address;
    this.channel = channel;
    this.token = token;
    this.calls = calls;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public String preview(Delivery delivery) {
    SlackReference thread = SlackReference.parse(delivery.reference());
    return thread == null
        ? calls.preview(post(delivery, null))
        : calls.preview(update(delivery, thread)) + "\n" + calls.preview(post(delivery, thread));
  }

  @Override
  public String pretended(Delivery first) {
    return new SlackReference(channel, first.now() / 1_000 + ".000000").toString();
  }

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    SlackReference thread = SlackReference.parse(delivery.reference());
    if (thread == null) {
      return send(post(delivery, null), delivery.now());
    }
    // The update first: to repeat it does no harm.
    return send(update(delivery, thread), delivery.now())
        .thenCompose(updated -> reply(delivery, thread, updated));
  }

  private CompletionStage<Answer> reply(Delivery delivery, SlackReference thread, Answer updated) {
    if (updated.outcome() == Outcome.TRY_AGAIN) {
      return CompletableFuture.completedFuture(updated);
    }
    boolean gone = updated.reason().contains("message_not_found");
    CompletionStage<Answer> sent = send(post(delivery, gone ? null : thread), delivery.now());
    return gone ? sent : sent.thenApply(answer -> in(thread, answer));
  }

  /** What replies are called matters to nobody: the thread stays where it is. */
  private static Answer in(SlackReference thread, Answer answer) {
    return answer.outcome() == Outcome.DELIVERED ? Answer.delivered(thread.toString()) : answer;
  }

  private CompletionStage<Answer> send(Web.Call call, long now) {
    return calls.send(call, reply -> SlackReplies.answer(address.getHost(), reply, now));
  }

  private Web.Call post(Delivery delivery, @Nullable SlackReference thread) {
    ObjectNode message = SlackMessage.of(delivery.notice());
    message.put("channel", thread == null ? channel : thread.channel());
    if (thread != null) {
      message.put("thread_ts", thread.ts());
      message.put("reply_broadcast", isNews(delivery.notice().said()));
    }
    return call("chat.postMessage", message);
  }

  /** What those should see as well who do not follow the thread. */
  private static boolean isNews(Said said) {
    return said == Said.ESCALATED || said == Said.REOPENED;
  }

  private Web.Call update(Delivery delivery, SlackReference thread) {
    ObjectNode message = SlackMessage.of(delivery.notice());
    message.put("channel", thread.channel());
    message.put("ts", thread.ts());
    return call("chat.update", message);
  }

  private Web.Call call(String method, ObjectNode message) {
    URI to = address.resolve("/api/" + method);
    return calls.post(to, Map.of("Authorization", "Bearer " + token.reveal()), message.toString());
  }
}
