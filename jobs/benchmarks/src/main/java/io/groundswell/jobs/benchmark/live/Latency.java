package io.groundswell.jobs.benchmark.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.benchmark.feed.Invented;
import io.groundswell.jobs.benchmark.feed.Topics;
import io.groundswell.jobs.benchmark.flink.Backend;
import io.groundswell.jobs.benchmark.flink.EmbeddedJob;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.Rules;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How long it takes on the wall clock from the decisive post to the record in {@code incidents}:
 * from the moment it is sent to the moment at which the broker appends the record. Products that
 * were calm surge at random moments, while posts come at a steady rate.
 */
public final class Latency {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long PACE = 12;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Random random = new Random(99);
  private final Path folder;
  private final Topics topics;
  private final Policy policy;
  private final Plan plan;

  /**
   * A measurement to be.
   *
   * @param folder for checkpoints
   */
  public Latency(Path folder, String broker, Policy policy, Plan plan) throws Exception {
    this.folder = folder;
    this.policy = policy;
    this.plan = plan;
    Topics.createInput(broker, "latency");
    this.topics = new Topics(broker, "latency", "latency").create();
  }

  /**
   * How it is measured.
   *
   * @param perSecond posts per second
   * @param calm seconds before the first surge
   * @param surges products that surge
   * @param spread seconds over which the surges begin
   * @param posts complaints of a surge
   */
  public record Plan(double perSecond, int calm, int surges, int spread, int posts) {}

  /**
   * What was measured.
   *
   * @param seconds from decisive post to record, of each incident
   * @param surges products that surged
   * @param incidents incidents that opened about a product; more than there are seconds where the
   *     rules, asked again, would not have opened one
   */
  public record Result(List<Double> seconds, int surges, int incidents) {}

  private record Burst(long at, int product) {}

  /** Measures. */
  public Result measure() throws Exception {
    try (EmbeddedJob job =
            EmbeddedJob.start(
                Backend.HASHMAP.settings(folder.resolve("latency"), Backend.CHECKPOINTS),
                env -> detection().add(env));
        LiveLoad load = new LiveLoad(topics, System::currentTimeMillis)) {
      job.awaitWatermark(0, PATIENCE);
      load.steady(plan.perSecond, plan.calm * 1_000L, now -> {});
      long begin = System.currentTimeMillis();
      Deque<Burst> bursts = bursts(begin);
      Set<Integer> surging = new HashSet<>();
      bursts.forEach(burst -> surging.add(burst.product));
      load.steady(
          plan.perSecond, plan.spread * 1_000L + PACE * plan.posts, now -> send(load, bursts, now));
      List<Opened> opened = opened();
      long patience = System.currentTimeMillis() + 2 * bound().toMillis();
      while (opened.size() < surging.size() && System.currentTimeMillis() < patience) {
        load.steady(plan.perSecond, 1_000, now -> {});
        opened = opened();
      }
      return new Result(seconds(load, opened), surging.size(), opened.size());
    }
  }

  private LiveDetection detection() {
    return new LiveDetection(
        Rules.of(Invented.catalogue(), policy),
        topics.input(policy.lateness().toMillis(), System::currentTimeMillis),
        topics.output(),
        topics.outputs());
  }

  /** What is held: a bucket, its lateness and three seconds. */
  public Duration bound() {
    return policy.bucket().plus(policy.lateness()).plusSeconds(3);
  }

  /** Complaints of every surge, one each {@value #PACE} ms, all surges together in order. */
  private Deque<Burst> bursts(long begin) {
    List<Integer> products = new ArrayList<>();
    for (int product = 0; product < Invented.products(); product++) {
      products.add(product);
    }
    Collections.shuffle(products, random);
    List<Burst> bursts = new ArrayList<>();
    for (int product : products.subList(0, plan.surges)) {
      long at = begin + random.nextInt(plan.spread * 1_000);
      for (int i = 0; i < plan.posts; i++) {
        bursts.add(new Burst(at + i * PACE, product));
      }
    }
    bursts.sort((one, other) -> Long.compare(one.at, other.at));
    return new ArrayDeque<>(bursts);
  }

  private static void send(LiveLoad load, Deque<Burst> bursts, long now) {
    while (!bursts.isEmpty() && bursts.getFirst().at <= now) {
      load.complain(bursts.removeFirst().product, now);
    }
  }

  /** The first update of every incident about a product as a whole, with its append time. */
  private List<Opened> opened() throws IOException {
    Properties properties = new Properties();
    properties.put("bootstrap.servers", topics.broker());
    List<Opened> opened = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      TopicPartition partition = new TopicPartition(topics.outputs().incidents(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          Opened.of(JSON.readTree(record.value()), record.timestamp()).ifPresent(opened::add);
        }
      }
    }
    return opened;
  }

  /**
   * An incident.
   *
   * @param detected end of the bucket that opened it, epoch milliseconds
   * @param appended when its first record was appended, epoch milliseconds
   */
  private record Opened(String product, long detected, long appended) {
    static Optional<Opened> of(JsonNode update, long appended) {
      JsonNode subject = update.get("subject");
      boolean whole = subject.get("component").isNull() && subject.get("region").isNull();
      if (!"opened".equals(update.get("status").asText()) || !whole) {
        return Optional.empty();
      }
      long detected = Instant.parse(update.get("detected_at").asText()).toEpochMilli();
      return Optional.of(new Opened(subject.get("product").asText(), detected, appended));
    }
  }

  private List<Double> seconds(LiveLoad load, List<Opened> incidents) {
    DecisivePosts decisive = new DecisivePosts(load.complaints(), policy);
    List<Double> seconds = new ArrayList<>();
    for (Opened incident : incidents) {
      decisive
          .of(incident.product, incident.detected)
          .ifPresent(at -> seconds.add((incident.appended - at) / 1_000.0));
    }
    return seconds;
  }
}
