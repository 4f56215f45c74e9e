package io.groundswell.jobs.notification.settings;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Manner;
import io.groundswell.jobs.notification.notice.Notice;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A destination at another rate than its owner's usual limit, by the key {@code per_minute}. */
final class Paced implements Destination {
  private static final int FASTEST = 100_000;

  private final Destination destination;
  private final int perMinute;

  private Paced(Destination destination, int perMinute) {
    this.destination = destination;
    this.perMinute = perMinute;
  }

  /** The destination at the rate that its block asks for, if it does. */
  static Destination as(Block block, Destination destination) {
    int usual = destination.manner().perMinute();
    int wanted = block.number("per_minute", usual, 0, FASTEST);
    return wanted == usual ? destination : new Paced(destination, wanted);
  }

  @Override
  public Manner manner() {
    Manner usual = destination.manner();
    return new Manner(usual.keyed(), usual.pages(), usual.atOnce(), perMinute, usual.repeatEvery());
  }

  @Override
  public boolean takes(Notice notice) {
    return destination.takes(notice);
  }

  @Override
  public String preview(Delivery delivery) {
    return destination.preview(delivery);
  }

  @Override
  public @Nullable String pretended(Delivery first) {
    return destination.pretended(first);
  }

  @Override
  public CompletionStage<Answer> deliver(Delivery delivery) {
    return destination.deliver(delivery);
  }

  @Override
  public void close() {
    destination.close();
  }
}
