package io.groundswell.feeds.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** A response's bytes as they come; while nobody reads them, the server has to wait. */
final class Body implements BodySubscriber<Body>, AutoCloseable {
  private static final int BUFFERS_AHEAD = 8;

  /** More than any page of a network. */
  private static final int LARGEST_WHOLE = 32 * 1024 * 1024;

  private final Inbox<byte[]> inbox;
  private @Nullable Subscription subscription;
  private boolean closed;

  Body(Duration quiet) {
    inbox = new Inbox<>(quiet);
  }

  @Override
  public CompletionStage<Body> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public synchronized void onSubscribe(Subscription given) {
    if (closed) {
      given.cancel();
    } else {
      subscription = given;
      given.request(BUFFERS_AHEAD);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    byte[] bytes = new byte[buffers.stream().mapToInt(ByteBuffer::remaining).sum()];
    int at = 0;
    for (ByteBuffer buffer : buffers) {
      int length = buffer.remaining();
      buffer.get(bytes, at, length);
      at += length;
    }
    inbox.put(bytes);
  }

  @Override
  public void onError(Throwable failure) {
    inbox.end(failure);
  }

  @Override
  public void onComplete() {
    inbox.end(null);
  }

  /** The next bytes; null at the end. */
  byte @Nullable [] next() throws IOException, InterruptedException {
    byte[] bytes = inbox.take();
    if (bytes != null) {
      requestOne();
    }
    return bytes;
  }

  private synchronized void requestOne() {
    if (subscription != null) {
      subscription.request(1);
    }
  }

  /** All bytes. */
  byte[] whole() throws IOException, InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] bytes = next(); bytes != null; bytes = next()) {
      all.writeBytes(bytes);
      if (all.size() > LARGEST_WHOLE) {
        throw new IOException("the answer is larger than any page should be");
      }
    }
    return all.toByteArray();
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
