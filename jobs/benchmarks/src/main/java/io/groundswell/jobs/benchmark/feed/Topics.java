package io.groundswell.jobs.benchmark.feed;

import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.connector.kafka.ControlTopic;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput.WallClock;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic;
import io.groundswell.jobs.surge.connector.kafka.WantedTopic.Use;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The topics of one run.
 *
 * @param broker host and port
 * @param posts the input
 * @param name begins the names of all the others
 */
public record Topics(String broker, String posts, String name) {
  /** Partitions of the input: more than the machine has cores. */
  public static final int PARTITIONS = 4;

  private static final long TRANSACTION_TIMEOUT = 900_000;

  /** Creates an input. */
  public static void createInput(String broker, String posts) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", (Object) broker))) {
      admin.createTopics(List.of(new NewTopic(posts, PARTITIONS, (short) 1))).all().get();
    }
  }

  /** Creates the clock and the outputs. */
  public Topics create() {
    List<WantedTopic> wanted = new ArrayList<>(outputs().wanted());
    wanted.add(WantedTopic.input(posts, "posts"));
    wanted.add(WantedTopic.clock(clock(), Use.BOTH));
    wanted.add(ControlTopic.wanted(control(), Use.READ));
    KafkaTopics.prepare(client(), wanted);
    return this;
  }

  /** Creates the clock alone: a job in a process of its own creates its outputs. */
  public Topics createClock() {
    KafkaTopics.prepare(client(), List.of(WantedTopic.clock(clock(), Use.BOTH)));
    return this;
  }

  /** How its broker is reached. */
  public Map<String, String> client() {
    return Map.of("bootstrap.servers", broker);
  }

  /** Where its ticks are. */
  public String clock() {
    return name + "-clock";
  }

  /**
   * How a job reads the posts.
   *
   * @param clock what time it is; null where ticks are in the clock's topic already
   */
  public KafkaInput input(long lateness, @Nullable WallClock clock) {
    return input(null, lateness, clock);
  }

  /** The same where people rule meanwhile. */
  public KafkaInput ruledInput(long lateness) {
    return input(control(), lateness, null);
  }

  private KafkaInput input(@Nullable String control, long lateness, @Nullable WallClock clock) {
    return new KafkaInput(
        client(),
        name,
        List.of(posts),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        control,
        clock(),
        StartAt.EARLIEST,
        lateness,
        clock);
  }

  /** Where what is ruled stands. */
  public String control() {
    return name + "-control";
  }

  /** How a job writes. */
  public KafkaOutput output() {
    return new KafkaOutput(client(), name, TRANSACTION_TIMEOUT);
  }

  /** Where a job writes. */
  public OutputTopics outputs() {
    return OutputTopics.behind(name + "-");
  }

  /** The partition of a post, by how many there were before it. */
  public static int partition(long before) {
    return (int) (before % PARTITIONS);
  }

  /**
   * A record of the clock's topic.
   *
   * @param time epoch milliseconds
   * @param sent posts that there are then, each where {@link #partition} has it
   */
  public String tick(long time, long sent) {
    StringBuilder ends = new StringBuilder();
    for (int partition = 0; partition < PARTITIONS; partition++) {
      long end = (sent + PARTITIONS - 1 - partition) / PARTITIONS;
      ends.append(partition == 0 ? "" : ",");
      ends.append("\"%s-%d\":%d".formatted(posts, partition, end));
    }
    return "{\"time\":%d,\"ends\":{%s}}".formatted(time, ends);
  }

  /** A producer that sends in large batches. */
  public KafkaProducer<byte[], byte[]> producer() {
    Properties properties = new Properties();
    properties.putAll(client());
    properties.put("linger.ms", "5");
    properties.put("batch.size", "131072");
    return new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
  }
}
