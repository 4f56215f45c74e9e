package io.groundswell.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A clock that moves only when somebody sleeps, and then at once. */
public final class FakeTime implements Timekeeper {
  /** When it begins. */
  public static final Instant BEGIN = Instant.parse("2026-03-02T05:00:00Z");

  private final List<Duration> sleeps = new ArrayList<>();
  private Instant now = BEGIN;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration time) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    sleeps.add(time);
    now = now.plus(time);
  }

  /** All that was slept. */
  public synchronized List<Duration> sleeps() {
    return List.copyOf(sleeps);
  }
}
