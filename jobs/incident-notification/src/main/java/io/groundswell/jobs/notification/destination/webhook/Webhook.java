package io.groundswell.jobs.notification.destination.webhook;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Calls;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.settings.Secret;
import io.groundswell.jobs.notification.web.Signature;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Any receiver: the update as a signed CloudEvent, known by its key. */
final class Webhook implements Destination {
  private static final Manner MANNER = new Manner(true, false, 8, 0, null);

  private final URI address;
  private final Calls calls;
  private final Signature signature;
  private final @Nullable Secret bearer;
  private final CloudEvent event;

  Webhook(
      URI address, Calls calls, Signature signature, @Nullable Secret bearer, CloudEvent event) {
    this.address = address;
    this.calls = calls;
    this.signature = signature;
    this.bearer = bearer;
    this.event = event;
  }

  @Override
  public Manner manner() {
    return MANNER;
  }

  /** The signature is struck as well: until its time is over, it is as good as the key. */
  @Override
  public String preview(Delivery delivery) {
    return calls.preview(call(delivery, "v1=***"));
  }

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    String timestamp = Signature.timestamp(delivery.now());
    String signed = signature.sign(timestamp, event.body(delivery));
    return calls.send(call(delivery, signed), delivery.now());
  }

  private Web.Call call(Delivery delivery, String signed) {
    Map<String, String> headers = event.headers(delivery);
    headers.put("Idempotency-Key", delivery.key());
    headers.put(Signature.TIMESTAMP, Signature.timestamp(delivery.now()));
    headers.put(Signature.HEADER, signed);
    if (bearer != null) {
      headers.put("Authorization", "Bearer " + bearer.reveal());
    }
    return calls.post(address, event.contentType(), headers, event.body(delivery));
  }
}
