package io.groundswell.jobs.surge.connector.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker in this process, on free ports of the loopback. Nothing is ever deleted for
 * its age: replayed posts are stamped with event times of long ago.
 */
public final class LocalBroker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  // Systems draw the near ends of connections from 32768 on (RFC 6335 has 49152). A broker's port
  // lies below: a client that calls while the broker is down could be given that very port, and
  // the broker would find it taken when it starts again.
  private static final int LOWEST_PORT = 20_000;
  private static final int PORTS = 12_000;

  // A port is tried once in a process, so that no two listeners of a broker are given the same.
  private static final AtomicInteger DRAWN =
      new AtomicInteger(ThreadLocalRandom.current().nextInt(PORTS));

  private final KafkaRaftServer server;
  private final String address;

  private LocalBroker(KafkaRaftServer server, String address) {
    this.server = server;
    this.address = address;
  }

  /**
   * A broker in a process of its own, until that is killed; killed, it can be started again.
   *
   * @param arguments where it keeps its logs, its address, and the topics that are to be there
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    LocalBroker broker = again(folder, arguments[1]);
    Runtime.getRuntime().addShutdownHook(new Thread(broker.server::shutdown, "stop-broker"));
    KafkaTopics.prepare(
        Map.of("bootstrap.servers", broker.address),
        List.of(arguments).subList(2, arguments.length).stream()
            .map(topic -> WantedTopic.output(topic, topic))
            .toList());
    broker.server.awaitShutdown();
  }

  /**
   * Starts a broker.
   *
   * @param folder where it keeps its logs; new or empty
   */
  public static LocalBroker start(Path folder) throws Exception {
    return start(folder, settings -> {});
  }

  /**
   * Starts a broker with settings of its own.
   *
   * @param folder where it keeps its logs; new or empty
   * @param change what is changed in its settings
   */
  static LocalBroker start(Path folder, Consumer<Properties> change) throws Exception {
    format(folder);
    return open(folder, HOST + ":" + freePort(), change);
  }

  private static void format(Path folder) throws Exception {
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .addDirectory(folder.toString())
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  /**
   * Starts a broker that was closed.
   *
   * @param folder where it kept its logs
   * @param address where it is to be found again
   */
  public static LocalBroker again(Path folder, String address) throws Exception {
    return open(folder, address, settings -> {});
  }

  private static LocalBroker open(Path folder, String address, Consumer<Properties> change)
      throws Exception {
    Properties settings = settings(folder, address, HOST + ":" + freePort());
    change.accept(settings);
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings), Time.SYSTEM);
    LocalBroker broker = new LocalBroker(server, address);
    try {
      server.startup();
    } catch (RuntimeException e) {
      broker.close();
      throw e;
    }
    return broker;
  }

  private static Properties settings(Path folder, String address, String controller) {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    settings.put("controller.quorum.voters", "1@" + controller);
    settings.put("listeners", "PLAINTEXT://" + address + ",CONTROLLER://" + controller);
    settings.put("advertised.listeners", "PLAINTEXT://" + address);
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("inter.broker.listener.name", "PLAINTEXT");
    settings.put("log.dirs", folder.toString());
    settings.put("log.retention.ms", "-1");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "1");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("transaction.state.log.num.partitions", "4");
    settings.put("group.initial.rebalance.delay.ms", "0");
    // The default of 128 MB is for a server.
    settings.put("log.cleaner.dedupe.buffer.size", "2097152");
    return settings;
  }

  /**
   * A port of the loopback nobody listens at, and which no earlier call in this process returned.
   *
   * @throws IOException if all are taken
   */
  static int freePort() throws IOException {
    for (int tries = 0; tries < PORTS; tries++) {
      int port = LOWEST_PORT + DRAWN.getAndIncrement() % PORTS;
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (BindException taken) {
        // The next one, then.
      }
    }
    throw new BindException(
        "no free port between %d and %d".formatted(LOWEST_PORT, LOWEST_PORT + PORTS - 1));
  }

  /** Host and port, as {@code bootstrap.servers} wants them. */
  public String address() {
    return address;
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
