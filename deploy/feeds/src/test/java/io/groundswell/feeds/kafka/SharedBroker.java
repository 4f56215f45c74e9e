package io.groundswell.feeds.kafka;

import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** One broker for all tests of this module, which each take topics of their own. */
public final class SharedBroker {
  private static final String ADDRESS = start();

  private SharedBroker() {}

  /** Where it is. */
  public static String address() {
    return ADDRESS;
  }

  /** Makes a topic with three partitions. */
  public static void create(String topic) throws Exception {
    create(ADDRESS, topic, 3);
  }

  /** Makes a topic on another broker. */
  static void create(String broker, String topic, int partitions) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
      // The controller has answered; the broker may learn of it a little later.
      while (!isKnown(admin, topic)) {
        Thread.sleep(20);
      }
    }
  }

  private static boolean isKnown(Admin admin, String topic) throws Exception {
    try {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic) != null;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return false;
      }
      throw e;
    }
  }

  private static String start() {
    try {
      Path folder = Files.createTempDirectory("feeds");
      LocalBroker broker = LocalBroker.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(broker, folder)));
      return broker.address();
    } catch (Exception e) {
      throw new IllegalStateException("no broker", e);
    }
  }

  private static void stop(LocalBroker broker, Path folder) {
    broker.close();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
