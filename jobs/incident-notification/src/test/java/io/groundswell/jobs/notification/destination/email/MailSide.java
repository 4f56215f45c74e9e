package io.groundswell.jobs.notification.destination.email;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** A mail server that says what it is told to say, with STARTTLS. */
public final class MailSide implements AutoCloseable {
  /** What stands for a server that never answers. */
  static final String SILENCE = "";

  final List<String> heard = new CopyOnWriteArrayList<>();
  final Map<String, String> says = new ConcurrentHashMap<>();

  /** {@code Message-ID} of each mail that it took, in order. */
  public final List<String> taken = new CopyOnWriteArrayList<>();

  private volatile Supplier<@Nullable String> weather = () -> null;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final @Nullable SSLContext tls;

  /** Starts it, with a certificate where it knows STARTTLS. */
  public MailSide(@Nullable SSLContext tls) {
    this.tls = tls;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  /** From now on answers a mail's beginning with what comes of this, unless that is null. */
  public MailSide weather(Supplier<@Nullable String> words) {
    weather = words;
    return this;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "mail-side");
    thread.setDaemon(true);
    thread.start();
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

  private void serve(Socket plain) {
    Socket socket = plain;
    try {
      say(socket, says.getOrDefault("GREETING", "220 here"));
      BufferedReader in = reader(socket);
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        heard.add(line);
        String command = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        String storm = command.equals("MAIL") ? weather.get() : null;
        if (storm != null) {
          say(socket, storm);
          continue;
        }
        say(socket, says.getOrDefault(line, says.getOrDefault(command, usual(command, socket))));
        if (command.equals("STARTTLS")) {
          socket = secured(socket);
          in = reader(socket);
        } else if (command.equals("DATA") && !says.containsKey("DATA")) {
          String id = data(in);
          String end = says.getOrDefault("END", "250 taken");
          if (end.startsWith("2")) {
            taken.add(id);
          }
          say(socket, end);
        }
      }
    } catch (IOException e) {
      heard.add("broken: " + e.getMessage());
    }
  }

  private String usual(String command, Socket socket) {
    return switch (command) {
      case "EHLO" ->
          tls != null && !(socket instanceof SSLSocket)
              ? "250-here\r\n250 STARTTLS"
              : "250-here\r\n250 AUTH PLAIN LOGIN";
      case "STARTTLS" -> "220 go";
      case "AUTH" -> "235 welcome";
      case "DATA" -> "354 go";
      default -> "250 fine";
    };
  }

  private String data(BufferedReader in) throws IOException {
    String id = "";
    for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
      heard.add(line);
      id = line.startsWith("Message-ID: ") ? line.substring("Message-ID: ".length()) : id;
    }
    return id;
  }

  private Socket secured(Socket socket) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            Objects.requireNonNull(tls)
                .getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
    secured.setUseClientMode(false);
    secured.startHandshake();
    return secured;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(
        new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  private static void say(Socket socket, String words) throws IOException {
    if (!words.isEmpty()) {
      socket.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    }
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
