package io.groundswell.jobs.notification.destination.webhook;

import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Signature;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;

/** {@code type: webhook}. */
public final class WebhookType implements DestinationType {
  @Override
  public String name() {
    return "webhook";
  }

  @Override
  public Destination open(Block block, Web web) {
    URI address = block.address("address", null);
    Secret key = block.secret("signing_key");
    Secret bearer = block.optionalSecret("bearer");
    Calls calls = new Calls(web, Struck.of(key, bearer), Calls.timeout(block, Web.TIMEOUT));
    CloudEvent.Mode mode = mode(block);
    String source = block.text("source", "/groundswell");
    return new Webhook(address, calls, new Signature(key), bearer, new CloudEvent(mode, source));
  }

  private static CloudEvent.Mode mode(Block block) {
    String mode = block.optional("mode");
    if (mode == null || mode.equals("structured")) {
      return CloudEvent.Mode.STRUCTURED;
    } else if (mode.equals("binary")) {
      return CloudEvent.Mode.BINARY;
    }
    throw block.wrong("mode", "mode is '" + mode + "'", "use structured or binary");
  }
}
