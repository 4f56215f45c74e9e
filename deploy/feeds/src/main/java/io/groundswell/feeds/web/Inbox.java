package io.groundswell.feeds.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a connection delivers, handed from the client's threads to the one that reads. It holds no
 * more than was asked for.
 */
final class Inbox<T> {
  private final BlockingQueue<Entry<T>> entries = new LinkedBlockingQueue<>();
  private final Duration quiet;

  /** One of the two; the end has neither. */
  private record Entry<T>(@Nullable T item, @Nullable Throwable failure) {}

  /**
   * Nothing so far.
   *
   * @param quiet a connection that is silent for so long is broken
   */
  Inbox(Duration quiet) {
    this.quiet = quiet;
  }

  void put(T item) {
    entries.add(new Entry<>(item, null));
  }

  void end(@Nullable Throwable failure) {
    entries.add(new Entry<>(null, failure));
  }

  /** The next item, waited for; null at the end. */
  @Nullable T take() throws IOException, InterruptedException {
    Entry<T> entry = entries.poll(quiet.toMillis(), TimeUnit.MILLISECONDS);
    if (entry == null) {
      throw new SocketTimeoutException("not a sign of life for %d s".formatted(quiet.toSeconds()));
    }
    if (entry.failure() != null) {
      throw broken(entry.failure());
    }
    return entry.item();
  }

  private static IOException broken(Throwable failure) {
    String message = failure.getMessage();
    return failure instanceof EOFException || message == null
        ? new IOException("the connection broke", failure)
        : new IOException("the connection broke: " + message, failure);
  }
}
