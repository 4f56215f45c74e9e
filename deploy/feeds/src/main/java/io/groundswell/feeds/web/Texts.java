package io.groundswell.feeds.web;

import java.io.EOFException;
import java.io.IOException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The messages of a WebSocket; while nobody reads them, the server has to wait. */
public final class Texts implements WebSocket.Listener, AutoCloseable {
  private static final int MESSAGES_AHEAD = 64;
  private static final byte[] SIGN_OF_LIFE = {};

  private final Inbox<byte[]> inbox;
  private final StringBuilder message = new StringBuilder();
  private @Nullable WebSocket socket;
  private boolean closed;

  Texts(Duration quiet) {
    inbox = new Inbox<>(quiet);
  }

  /** The next message, cut where it is too long; empty for a mere sign of life. */
  public byte[] next() throws IOException, InterruptedException {
    byte[] text = inbox.take();
    if (text == null) {
      throw new EOFException("the server closed the connection");
    }
    requestOne();
    return text;
  }

  private synchronized void requestOne() {
    if (socket != null) {
      socket.request(1);
    }
  }

  @Override
  public synchronized void onOpen(WebSocket opened) {
    if (closed) {
      opened.abort();
    } else {
      socket = opened;
      opened.request(MESSAGES_AHEAD);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part, 0, Math.min(part.length(), Math.max(0, Sizes.CUT - message.length())));
    if (last) {
      inbox.put(Sizes.cut(message.toString().getBytes(StandardCharsets.UTF_8)));
      message.setLength(0);
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onPing(WebSocket from, ByteBuffer payload) {
    inbox.put(SIGN_OF_LIFE);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
    inbox.end(null);
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    inbox.end(failure);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (socket != null) {
      socket.abort();
    }
  }
}
