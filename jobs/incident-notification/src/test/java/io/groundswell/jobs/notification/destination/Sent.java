package io.groundswell.jobs.notification.destination;

import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.Notice.Said;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Deliveries, made and waited for. */
public final class Sent {
  private Sent() {}

  /** What became of it. */
  public static Answer sent(Destination destination, Delivery delivery) {
    try {
      return destination.deliver(delivery).toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new AssertionError("a delivery completes normally, always", e);
    }
  }

  /** A first delivery. */
  public static Delivery first(Notice notice) {
    return new Delivery(notice, Step.TRIGGER, null, Notices.NOW);
  }

  /** A delivery of the incident at some point of its way. */
  public static Delivery then(
      int sequence, Said said, Severity severity, Step step, @Nullable String reference) {
    return new Delivery(Notices.said(sequence, said, severity), step, reference, Notices.NOW);
  }
}
