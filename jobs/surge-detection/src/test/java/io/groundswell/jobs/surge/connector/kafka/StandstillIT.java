package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.connector.RawRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.flink.runtime.metrics.groups.InternalSourceReaderMetricGroup;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What could make event time stand still says so, and ends. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class StandstillIT {
  private static final Duration BRIEF = Duration.ofMillis(300);

  @TempDir static Path folder;
  private static LocalBroker broker;

  @BeforeAll
  static void startBroker() throws Exception {
    broker = LocalBroker.start(folder);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void aTickThatHangsFailsTheJob() throws Exception {
    try (Topics topics = new Topics(broker.address(), "hung", 1)) {
      KafkaInput input = timedBy(topics.input(), new Hanging());
      assertThatThrownBy(() -> run(new ClockedSource(input, BRIEF)))
          .rootCause()
          .isInstanceOf(TimeoutException.class)
          .hasMessage("a tick has hung for PT0.3S");
    }
  }

  @Test
  void aTickThatHangsIsCutShortAndTheNextOneIsWritten() throws Exception {
    try (Topics topics = new Topics(broker.address(), "cut", 1)) {
      AtomicBoolean hangs = new AtomicBoolean(true);
      KafkaInput input =
          timedBy(topics.input(), () -> hangs.get() ? new Hanging().getAsLong() : 5_000);
      try (Ticker ticker = new Ticker(input, Duration.ofSeconds(5))) {
        assertThatThrownBy(ticker::tick).isInstanceOf(TimeoutException.class);
        hangs.set(false);
        assertThat(ticker.tick()).containsExactly("cut-0");
      }
    }
  }

  @Test
  void nobodyWaitsForTheEndOfAClockThatCannotBeCutShort() throws Exception {
    try (Topics topics = new Topics(broker.address(), "stubborn", 1)) {
      CountDownLatch released = new CountDownLatch(1);
      KafkaInput input = timedBy(topics.input(), () -> await(released));
      Ticker ticker = new Ticker(input, BRIEF);
      assertThatThrownBy(ticker::tick).isInstanceOf(TimeoutException.class);
      ticker.close();
      assertThatThrownBy(ticker::tick).as("no clock after the end").isNotNull();
      released.countDown();
    }
  }

  @Test
  void aFetcherThatDiesOfAnErrorFailsTheJob() throws Exception {
    try (Topics topics = new Topics(broker.address(), "dead", 1)) {
      topics.write("a", 0, 1).tickAt(1_000);
      Map<String, String> client = new HashMap<>(topics.input().client());
      client.put("interceptor.classes", Deadly.class.getName());
      assertThatThrownBy(() -> run(new ClockedSource(with(topics.input(), client, null))))
          .rootCause()
          .isInstanceOf(LinkageError.class)
          .hasMessage("of a class that is gone");
    }
  }

  @Test
  void partitionsThatComeAfterTheLastAreNotLeftUnread() throws Exception {
    try (Topics topics = new Topics(broker.address(), "after", 2)) {
      ClockedReader reader =
          new ClockedReader(
              topics.input(),
              1,
              InternalSourceReaderMetricGroup.mock(
                  UnregisteredMetricsGroup.createOperatorMetricGroup()));
      reader.addSplits(List.of(new ClockedSplit("after", 0, 0, 0, 0)));
      reader.notifyNoMoreSplits();
      assertThatThrownBy(() -> reader.addSplits(List.of(new ClockedSplit("after", 1, 0, 0, 0))))
          .hasMessageStartingWith("partitions came after the last: [ClockedSplit[topic=after");
      reader.close();
    }
  }

  private static void run(ClockedSource source) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment.createLocalEnvironment(1, configuration)
        .fromSource(
            source, WatermarkStrategy.noWatermarks(), "posts", TypeInformation.of(RawRecord.class))
        .executeAndCollect(1);
  }

  private static KafkaInput timedBy(KafkaInput input, KafkaInput.WallClock clock) {
    return with(input, input.client(), clock);
  }

  private static KafkaInput with(
      KafkaInput input, Map<String, String> client, KafkaInput.WallClock clock) {
    return new KafkaInput(
        client,
        input.group(),
        input.posts(),
        input.contacts(),
        input.changes(),
        input.clock(),
        input.start(),
        input.lateness(),
        clock);
  }

  /** As a call does that cannot be interrupted. */
  private static long await(CountDownLatch released) {
    while (released.getCount() > 0) {
      Thread.onSpinWait();
    }
    return 0;
  }

  /** Never says what time it is. */
  private static final class Hanging implements KafkaInput.WallClock {
    private static final long serialVersionUID = 1;

    @Override
    public long getAsLong() {
      try {
        new CountDownLatch(1).await();
        return 0;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Lets a consumer die as it takes its first records. */
  public static final class Deadly implements ConsumerInterceptor<byte[], byte[]> {
    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
      throw new LinkageError("of a class that is gone");
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {
      // Nothing is committed.
    }

    @Override
    public void close() {
      // It holds nothing.
    }

    @Override
    public void configure(Map<String, ?> configs) {
      // It needs nothing.
    }
  }
}
