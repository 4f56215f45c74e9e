package io.groundswell.jobs.notification.destination.slack;

import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.time.Duration;

/** {@code type: slack}, with a token and a channel, or with an incoming webhook. */
public final class SlackType implements DestinationType {
  @Override
  public String name() {
    return "slack";
  }

  @Override
  public Destination open(Block block, Web web) {
    Duration timeout = Calls.timeout(block, Web.TIMEOUT);
    Secret webhook = block.optionalSecret("webhook");
    if (webhook == null) {
      Secret token = block.secret("token");
      URI address = block.address("address", "https://slack.com");
      Calls calls = new Calls(web, Struck.of(token), timeout);
      return new SlackThread(address, block.text("channel"), token, calls);
    }
    if (block.has("token") || block.has("channel")) {
      throw block.wrong("webhook", "both 'webhook' and 'token' are set", "keep one of them");
    }
    URI address = block.address("webhook", null);
    // Its path is all that one needs to post there.
    Struck struck = Struck.of(webhook, new Secret(address.getRawPath()));
    return new SlackWebhook(address, new Calls(web, struck, timeout));
  }
}
