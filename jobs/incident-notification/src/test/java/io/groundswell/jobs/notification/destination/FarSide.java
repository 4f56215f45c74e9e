package io.groundswell.jobs.notification.destination;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A server on this machine that keeps its owner's rules, or breaks all of them when it is told. */
public final class FarSide implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What was asked. */
  public record Asked(String method, String path, Map<String, String> headers, String body) {
    /** The body, which has to be JSON. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** A header by its lower-case name; empty where it is not there. */
    public String header(String name) {
      return headers.getOrDefault(name, "");
    }
  }

  /** What is said to it. */
  public record Said(int status, Map<String, String> headers, String body) {
    /** A status and a body. */
    public static Said of(int status, String body) {
      return new Said(status, Map.of(), body);
    }
  }

  /** Something that it does to a connection. */
  public interface Deed {
    /** Does it; whoever returns false is done with the connection. */
    boolean on(Socket socket, Asked asked) throws IOException;
  }

  private final ServerSocket server;
  private final Function<Asked, Said> rules;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ConcurrentLinkedDeque<Deed> first = new ConcurrentLinkedDeque<>();
  private volatile Supplier<@Nullable Deed> weather = () -> null;

  /** A server with rules; what they throw is answered with 400. */
  public FarSide(Function<Asked, Said> rules) {
    this.rules = rules;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "far-side");
    thread.setDaemon(true);
    thread.start();
  }

  /** Where it listens. */
  public String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** What it was asked, in order. */
  public List<Asked> asked() {
    return asked;
  }

  /** The last that it was asked. */
  public Asked last() {
    return asked.get(asked.size() - 1);
  }

  /** Does this with the next call, instead of what its rules say. */
  public FarSide first(Deed deed) {
    first.add(deed);
    return this;
  }

  /** From now on does with each call what comes of this, or keeps its rules where that is null. */
  public FarSide weather(Supplier<@Nullable Deed> deeds) {
    weather = deeds;
    return this;
  }

  /** Keeps its rules, and hangs up instead of saying so. */
  public Deed resetsAfterwards() {
    return (socket, asked) -> {
      judged(asked);
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Says this to a call, whatever it is. */
  public static Deed says(int status, Map<String, String> headers) {
    return (socket, call) -> write(socket, new Said(status, headers, ""));
  }

  /** Says this to the next call. */
  public FarSide first(int status, Map<String, String> headers, String body) {
    return first((socket, call) -> write(socket, new Said(status, headers, body)));
  }

  /** Reads, and never says anything. */
  public static Deed hangs() {
    return (socket, asked) -> true;
  }

  /** Says half of a reply and resets the connection. */
  public static Deed resets() {
    return (socket, asked) -> {
      socket
          .getOutputStream()
          .write("HTTP/1.1 200 OK\r\nContent-Le".getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      socket.setSoLinger(true, 0);
      return false;
    };
  }

  /** Promises a body and falls silent in it. */
  public static Deed stalls() {
    return (socket, asked) -> {
      String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";
      socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      return true;
    };
  }

  /** Says what no server says. */
  public static Deed babbles() {
    return (socket, asked) -> {
      socket
          .getOutputStream()
          .write("\0\1\2 what?\r\n\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      return false;
    };
  }

  /** Never ends its reply. */
  public static Deed talksForever() {
    return (socket, asked) -> {
      byte[] much = "x".repeat(8192).getBytes(StandardCharsets.US_ASCII);
      socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (!socket.isClosed()) {
        socket.getOutputStream().write(much);
      }
      return false;
    };
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        open.add(socket);
        start(() -> serve(socket));
      } catch (IOException e) {
        return; // Closed.
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean more = true;
      while (more) {
        Asked one = read(in);
        asked.add(one);
        Deed next = first.poll();
        Deed deed = next == null ? weather.get() : next;
        more = deed == null ? write(socket, judged(one)) : deed.on(socket, one);
      }
    } catch (IOException e) {
      // The other side has hung up.
    }
  }

  private Said judged(Asked one) {
    try {
      return rules.apply(one);
    } catch (RuntimeException | AssertionError e) {
      return Said.of(400, "rules: " + e.getMessage());
    }
  }

  private static boolean write(Socket socket, Said said) throws IOException {
    byte[] body = said.body().getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + said.status() + " Said\r\n");
    said.headers().forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Content-Length: " + body.length + "\r\n\r\n");
    socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(body);
    socket.getOutputStream().flush();
    return true;
  }

  private static Asked read(InputStream in) throws IOException {
    String[] request = line(in).split(" ", -1);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Asked(request[0], request[1], headers, utf8(in.readNBytes(length)));
  }

  /** Nothing but UTF-8 is taken. */
  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int one = in.read(); one != '\n'; one = in.read()) {
      if (one < 0) {
        throw new EOFException();
      }
      line.write(one);
    }
    return line.toString(StandardCharsets.UTF_8).stripTrailing();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
