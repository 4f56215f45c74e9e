package io.groundswell.jobs.notification.destination.pagerduty;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** PagerDuty: an alert for an incident, by the Events API v2. */
final class PagerDuty implements Destination {
  /** Documented as about 120 a minute for an integration key; some are left for others. */
  private static final int A_MINUTE = 100;

  private static final Manner MANNER = new Manner(true, true, 4, A_MINUTE, null);

  private final URI address;
  private final Secret key;
  private final Calls calls;

  PagerDuty(URI address, Secret key, Calls calls) {
    this.address = address;
    this.key = key;
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

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    return calls.send(call(delivery), delivery.now());
  }

  private Web.Call call(Delivery delivery) {
    return calls.post(address, Map.of(), PagerDutyEvent.json(delivery, key.reveal()));
  }
}
