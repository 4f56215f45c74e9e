package io.groundswell.feeds.web;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.java_websocket.WebSocket;
import org.java_websocket.enums.Opcode;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;

/** A WebSocket server that plays a part for each connection, and after the last one is silent. */
public final class LocalSocket extends WebSocketServer {
  private final Queue<Consumer<WebSocket>> parts = new ArrayDeque<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch started = new CountDownLatch(1);

  /** A server on a free port of the loopback. */
  public LocalSocket() throws InterruptedException {
    super(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    setReuseAddr(true);
    setConnectionLostTimeout(0);
    start();
    started.await();
  }

  /** Adds what is done for the next connection. */
  public LocalSocket then(Consumer<WebSocket> part) {
    synchronized (parts) {
      parts.add(part);
    }
    return this;
  }

  /** Sends messages, begins another one, and is gone. */
  public static Consumer<WebSocket> breaksInTheMiddle(List<String> messages, String half) {
    return socket -> {
      messages.forEach(socket::send);
      socket.sendFragmentedFrame(
          Opcode.TEXT, ByteBuffer.wrap(half.getBytes(StandardCharsets.UTF_8)), false);
      while (socket.hasBufferedData()) {
        Thread.onSpinWait(); // What is not written yet would be dropped.
      }
      socket.closeConnection(1006, "gone");
    };
  }

  @Override
  public void onOpen(WebSocket socket, ClientHandshake handshake) {
    asked.add(handshake.getResourceDescriptor());
    Consumer<WebSocket> part;
    synchronized (parts) {
      part = parts.poll();
    }
    if (part != null) {
      part.accept(socket);
    }
  }

  /** All requests so far. */
  public List<String> asked() {
    return asked;
  }

  /** Where it is. */
  public URI address() {
    return URI.create("ws://127.0.0.1:" + getPort());
  }

  @Override
  public void onStart() {
    started.countDown();
  }

  @Override
  public void onMessage(WebSocket socket, String message) {}

  @Override
  public void onClose(WebSocket socket, int code, String reason, boolean remote) {}

  @Override
  public void onError(WebSocket socket, Exception failure) {}

  /** Ends it. */
  public void shut() throws InterruptedException {
    stop(100);
  }
}
