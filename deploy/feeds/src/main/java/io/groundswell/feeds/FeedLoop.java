package io.groundswell.feeds;

import io.groundswell.feeds.web.Refused;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Reads a network and stores what it delivers; after a failure waits, and reads on. */
public final class FeedLoop implements Records {
  private final Network network;
  private final Store store;
  private final Timekeeper time;
  private final Consumer<String> out;
  private final Backoff backoff;
  private final Tally tally;
  private @Nullable String cursor;

  /**
   * A feed.
   *
   * @param random numbers from 0 to 1
   * @param out takes what people are told, line by line
   */
  public FeedLoop(
      Network network, Store store, Timekeeper time, DoubleSupplier random, Consumer<String> out) {
    this.network = network;
    this.store = store;
    this.time = time;
    this.out = out;
    backoff = new Backoff(random);
    tally = new Tally(time.now());
  }

  /**
   * Runs until it is interrupted.
   *
   * @throws Mistake if asking again is of no use
   */
  public void run() throws InterruptedException {
    try {
      cursor = store.cursor();
      say(cursor == null ? "begins with what is posted now" : "resumes after " + cursor);
      while (true) {
        time.sleep(readUntilItFails());
        tally.reconnect();
      }
    } finally {
      say("stopped: " + tally.line(time.now()));
    }
  }

  private Duration readUntilItFails() throws InterruptedException {
    try {
      network.read(cursor, this);
      throw new IllegalStateException("a network ends with the reason");
    } catch (IOException failure) {
      if (failure instanceof Refused refused && network.isFinal(refused)) {
        throw new Mistake(reason(refused));
      }
      Duration wait = backoff.after(failure);
      say("%s; again in %s".formatted(reason(failure), inWords(wait)));
      return wait;
    }
  }

  @Override
  public void take(Item item) throws InterruptedException {
    store.send(item);
    cursor = Cursors.later(cursor, item.cursor());
    tally.record(item);
    alive();
  }

  @Override
  public void alive() {
    backoff.reset();
    Instant now = time.now();
    if (tally.isDue(now)) {
      say(tally.line(now));
    }
  }

  @Override
  public void say(String line) {
    out.accept(line);
  }

  private static String reason(IOException failure) {
    String message = failure.getMessage();
    return message == null || message.isEmpty() ? "no connection" : message;
  }

  private static String inWords(Duration wait) {
    return wait.toMillis() < 10_000 ? wait.toMillis() + " ms" : wait.toSeconds() + " s";
  }
}
