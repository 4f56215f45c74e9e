package io.groundswell.jobs.notification.destination.pagerduty;

import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.DestinationType;
import io.groundswell.jobs.notification.destination.Struck;
import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;

/** {@code type: pagerduty}. */
public final class PagerDutyType implements DestinationType {
  @Override
  public String name() {
    return "pagerduty";
  }

  @Override
  public Destination open(Block block, Web web) {
    Secret key = block.secret("routing_key");
    URI address = block.address("address", "https://events.pagerduty.com");
    Calls calls = new Calls(web, Struck.of(key), Calls.timeout(block, Web.TIMEOUT));
    return new PagerDuty(address.resolve("/v2/enqueue"), key, calls);
  }
}
