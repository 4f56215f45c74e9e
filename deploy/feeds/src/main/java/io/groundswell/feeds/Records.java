package io.groundswell.feeds;

/** Takes what a network delivers. */
public interface Records {
  /** Takes a record; comes back when there is room for the next. */
  void take(Item item) throws InterruptedException;

  /** Hears that the network lives although it has nothing to deliver. */
  void alive();

  /** Tells people something that they have to know. */
  void say(String line);
}
