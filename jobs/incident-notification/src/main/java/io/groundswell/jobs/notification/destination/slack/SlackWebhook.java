package io.groundswell.jobs.notification.destination.slack;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A channel of Slack by an incoming webhook: a message for each notice, since it has no threads.
 */
final class SlackWebhook implements Destination {
  /** Documented as one a second for a channel. */
  private static final Manner MANNER = new Manner(false, false, 1, 60, null);

  private final URI webhook;
  private final Calls calls;

  SlackWebhook(URI webhook, Calls calls) {
    this.webhook = webhook;
    this.calls = calls;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  @Override
  public String preview(Delivery delivery) {
    return calls.preview(call(delivery));
  }

  /** It says what is wrong by codes, as HTTP has them. */
  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    return calls.send(call(delivery), delivery.now());
  }

  private Web.Call call(Delivery delivery) {
    return calls.post(webhook, Map.of(), SlackMessage.of(delivery.notice()).toString());
  }
}
