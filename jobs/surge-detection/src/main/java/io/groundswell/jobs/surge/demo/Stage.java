package io.groundswell.jobs.surge.demo;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.LiveDetection;
import io.groundswell.jobs.surge.LiveDetection.OutputTopics;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.connector.kafka.Feed;
import io.groundswell.jobs.surge.connector.kafka.KafkaInput;
import io.groundswell.jobs.surge.connector.kafka.KafkaOutput;
import io.groundswell.jobs.surge.connector.kafka.KafkaTopics;
import io.groundswell.jobs.surge.connector.kafka.LocalBroker;
import io.groundswell.jobs.surge.connector.kafka.StartAt;
import io.groundswell.jobs.surge.connector.kafka.Tail;
import io.groundswell.jobs.surge.page.Reports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The broker, the job with its default policy, and both ends of its topics. */
final class Stage implements AutoCloseable {
  static final String POSTS = "posts";
  static final String CONTACTS = "contacts";
  static final String CHANGES = "changes";
  static final OutputTopics OUTPUTS = OutputTopics.behind("");

  private static final Policy POLICY = Policy.defaults();
  private static final String CLOCK = "groundswell-clock";
  private static final long TRANSACTION_MILLIS = 600_000;
  private static final int PATIENCE_SECONDS = 10;

  /** What is open, to be closed the other way round. */
  private final List<AutoCloseable> open = new ArrayList<>();

  private Feed feed;
  private Tail tail;
  private JobClient job;
  private CompletableFuture<JobExecutionResult> result;

  /**
   * Starts it all.
   *
   * @param folder where the broker keeps its logs
   */
  void start(Path folder, StreamExecutionEnvironment env, Catalogue catalogue) throws Exception {
    LocalBroker broker = LocalBroker.start(folder);
    open.add(broker);
    Map<String, String> client = Map.of("bootstrap.servers", broker.address());
    KafkaInput input = input(client);
    KafkaOutput output = new KafkaOutput(client, "demo", TRANSACTION_MILLIS);
    KafkaTopics.create(
        client, LiveDetection.needs(input, output, OUTPUTS).topics(), Optional.empty());
    feed = new Feed(input);
    open.add(feed);
    new LiveDetection(
            Rules.of(catalogue, POLICY), input, output, OUTPUTS, Map.of(), Reports.NONE, true)
        .add(env);
    job = env.executeAsync("demo");
    open.add(this::cancel);
    result = job.getJobExecutionResult();
    tail = new Tail(client, List.of(OUTPUTS.incidents(), OUTPUTS.volumes()));
    open.add(tail);
  }

  private static KafkaInput input(Map<String, String> client) {
    return new KafkaInput(
        client,
        "demo",
        List.of(POSTS),
        List.of(CONTACTS),
        List.of(CHANGES),
        CLOCK,
        StartAt.EARLIEST,
        POLICY.lateness().toMillis(),
        null);
  }

  Feed feed() {
    return feed;
  }

  Tail tail() {
    return tail;
  }

  /** A bucket closes this long after its end, milliseconds. */
  static long lateness() {
    return POLICY.lateness().toMillis();
  }

  /** Throws what made the job fail, where it has. */
  void check() throws ExecutionException, InterruptedException {
    if (result.isDone()) {
      result.get();
    }
  }

  /** The job's counters, as of a second ago. */
  Map<String, Object> counters() throws ExecutionException, InterruptedException {
    try {
      return job.getAccumulators().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return Map.of();
    }
  }

  private void cancel() throws InterruptedException {
    try {
      job.cancel().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException over) {
      // A job that was cancelled reports this as its failure.
    }
  }

  @Override
  public void close() {
    // Who interrupts the play wants it to end in order.
    Thread.interrupted();
    IllegalStateException failure = null;
    for (int i = open.size() - 1; i >= 0; i--) {
      try {
        open.get(i).close();
      } catch (Exception e) {
        failure = new IllegalStateException("cannot stop: " + e, e);
      }
    }
    open.clear();
    if (failure != null) {
      throw failure;
    }
  }
}
