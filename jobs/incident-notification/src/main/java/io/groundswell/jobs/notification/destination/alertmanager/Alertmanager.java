package io.groundswell.jobs.notification.destination.alertmanager;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus' Alertmanager: an incident is one alert, told again while it is open, as Prometheus
 * does, since Alertmanager takes what it no longer hears of to be over.
 */
final class Alertmanager implements Destination {
  private final URI address;
  private final Calls calls;
  private final @Nullable Secret authorization;
  private final Alert alert;
  private final Manner manner;

  Alertmanager(
      URI address, Calls calls, @Nullable Secret authorization, Alert alert, Duration repeatEvery) {
    this.address = address;
    this.calls = calls;
    this.authorization = authorization;
    this.alert = alert;
    this.manner = new Manner(true, true, 8, 0, repeatEvery);
  }

  @Override
  public Manner manner() {
    return manner;
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
    Map<String, String> headers =
        authorization == null ? Map.of() : Map.of("Authorization", authorization.reveal());
    return calls.post(address, headers, "[" + alert.json(delivery) + "]");
  }
}
