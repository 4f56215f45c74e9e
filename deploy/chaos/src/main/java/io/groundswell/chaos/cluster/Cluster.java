package io.groundswell.chaos.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The processes that {@code deploy/local/cluster} has started, and how to do them harm. */
public final class Cluster implements AutoCloseable {
  private static final Pattern PLACES =
      Pattern.compile("Flink at http://(\\S+),.* Kafka at (\\S+); ");

  private static final int PATIENCE_MILLIS = 500;

  private final Path script;
  private final Path folder;
  private final String rest;
  private final String broker;

  /** Its processes would outlive whoever is interrupted. */
  private final Thread stopping = new Thread(this::stop, "stop the cluster");

  private Cluster(Path script, Path folder, String rest, String broker) {
    this.script = script;
    this.folder = folder;
    this.rest = rest;
    this.broker = broker;
  }

  /**
   * Starts one.
   *
   * @param script {@code deploy/local/cluster}
   * @param folder of everything that it keeps
   * @param apart each process has a network of its own
   * @throws IllegalStateException with what the script said, where it fails
   */
  public static Cluster start(Path script, Path folder, boolean apart)
      throws IOException, InterruptedException {
    List<String> options = apart ? List.of("start", "--apart") : List.of("start");
    String said = run(script, folder, options);
    Matcher places = PLACES.matcher(said);
    if (!places.find()) {
      throw new IllegalStateException("the cluster does not say where it is: " + said);
    }
    Cluster cluster = new Cluster(script, folder, places.group(1), places.group(2));
    Runtime.getRuntime().addShutdownHook(cluster.stopping);
    return cluster;
  }

  /**
   * Has the script do something.
   *
   * @return what it said
   * @throws IllegalStateException with what it said, where it fails
   */
  public String run(String... arguments) throws IOException, InterruptedException {
    return run(script, folder, List.of(arguments));
  }

  private static String run(Path script, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    Said said = ask(script, folder, arguments);
    if (said.status != 0) {
      throw new IllegalStateException(said.words.strip());
    }
    return said.words;
  }

  /** Has the script do something that may fail. */
  public Said ask(String... arguments) throws IOException, InterruptedException {
    return ask(script, folder, List.of(arguments));
  }

  /**
   * An answer of the script.
   *
   * @param status its exit code
   * @param words what it said
   */
  public record Said(int status, String words) {}

  private static Said ask(Path script, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(arguments);
    command.addAll(List.of("--folder", folder.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Said(process.waitFor(), said);
  }

  /** Names of all processes that are to run. */
  public List<String> processes() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("run"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.endsWith(".pid"))
          .sorted()
          .toList();
    }
  }

  /** Whether a process lives; one that was killed is started again half a second later. */
  public boolean alive(String process) throws IOException {
    Path file = folder.resolve("run").resolve(process + ".pid");
    return Files.exists(file)
        && ProcessHandle.of(pid(file)).map(ProcessHandle::isAlive).orElse(false);
  }

  /** Whether the broker listens; one that stands still may. */
  public boolean brokerListens() {
    int colon = broker.lastIndexOf(':');
    int port = Integer.parseInt(broker.substring(colon + 1));
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(broker.substring(0, colon), port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static long pid(Path file) throws IOException {
    String pid = Files.readString(file).strip();
    return pid.isEmpty() ? 0 : Long.parseLong(pid);
  }

  /**
   * Sends a signal to a process.
   *
   * @param signal such as {@code KILL}, {@code STOP}, {@code CONT}
   */
  public void signal(String process, String signal) throws IOException, InterruptedException {
    long pid = pid(folder.resolve("run").resolve(process + ".pid"));
    new ProcessBuilder("bash", "-c", "kill -%s %d".formatted(signal, pid)).start().waitFor();
  }

  /** The id of the job that was submitted last. */
  public String job() throws IOException {
    return Files.readString(folder.resolve("job")).strip();
  }

  /** The copy of the jar that the job is started from. */
  public Path jar() throws IOException {
    return Path.of(Files.readString(folder.resolve("jar")).strip());
  }

  /** Host and port of Flink's REST interface. */
  public String rest() {
    return rest;
  }

  /** Host and port of the broker. */
  public String broker() {
    return broker;
  }

  /** Where the state of everything lies: checkpoints, topics, what the JobManager knows. */
  public Path data() {
    return folder.resolve("data");
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(stopping);
    stop();
  }

  private void stop() {
    try {
      run("stop");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
