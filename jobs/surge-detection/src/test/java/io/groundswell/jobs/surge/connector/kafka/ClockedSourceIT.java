package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.groundswell.jobs.surge.connector.RawRecord;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kafka, read in step with the clock, from a real broker. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class ClockedSourceIT {
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
  void everyRecordComesBeforeItsTickAndAfterTheOneBefore() throws Exception {
    try (Topics topics = new Topics(broker.address(), "steps", 4)) {
      topics.write("a", 0, 40).tickAt(1_000).write("b", 0, 40).tickAt(2_000).write("c", 0, 40);
      topics.tickAt(3_000);

      for (int parallelism : new int[] {1, 2, 6}) {
        Map<String, Long> read = read(topics, parallelism, 120);
        assertThat(read).hasSize(120);
        read.forEach(
            (text, watermark) ->
                assertThat(watermark).as(text).isEqualTo(watermarkBefore(text.charAt(0))));
      }
    }
  }

  private static long watermarkBefore(char word) {
    return switch (word) {
      case 'a' -> Long.MIN_VALUE;
      case 'b' -> 999;
      default -> 1_999;
    };
  }

  @Test
  void timeMovesWhenNobodyPosts() throws Exception {
    try (Topics topics = new Topics(broker.address(), "silent", 3)) {
      topics.tickAt(1_000).tickAt(2_000).write("late", 0, 1).tickAt(3_000);
      assertThat(read(topics, 2, 1)).containsExactly(Map.entry("late0", 1_999L));
    }
  }

  @Test
  void marksOfTransactionsStallNothingAndWhatIsAbortedIsNeverSeen() throws Exception {
    try (Topics topics = new Topics(broker.address(), "marks", 2)) {
      topics.inTransaction("kept", true).inTransaction("gone", false).tickAt(1_000);
      topics.tickAt(2_000).inTransaction("next", true).tickAt(3_000);
      assertThat(read(topics, 1, 2))
          .containsExactly(Map.entry("kept", Long.MIN_VALUE), Map.entry("next", 1_999L));
    }
  }

  @Test
  void theClockNeverStepsBack() throws Exception {
    try (Topics topics = new Topics(broker.address(), "back", 1)) {
      topics.tickAt(5_000).tickAt(4_000);
      try (Clock next = new Clock(topics.input(), () -> 1_000)) {
        next.tick();
      }
      topics.write("x", 0, 1);
      try (Clock next = new Clock(topics.input(), () -> 6_000)) {
        next.tick();
      }
      assertThat(read(topics, 1, 1)).containsExactly(Map.entry("x0", 4_999L));
    }
  }

  @Test
  void theClockRemembersItsTimeBehindTicksThatWereNeverCommitted() throws Exception {
    try (Topics topics = new Topics(broker.address(), "died", 1)) {
      topics.tickAt(4_000).tickAt(5_000).deadTick(6_000).deadTick(7_000).deadTick(8_000);
      assertThat(new Partitions(topics.input(), reading("others-0")).missing())
          .containsExactly(new ClockedSplit("died", 0, 0, 10, 5_000));
      try (Clock next = new Clock(topics.input(), () -> 1_000)) {
        next.tick();
      }
      assertThat(new Partitions(topics.input(), reading("others-0")).missing())
          .containsExactly(new ClockedSplit("died", 0, 0, 12, 5_000));
    }
  }

  @Test
  void aJobMayBeginAtATimeOrWhereItsGroupStands() throws Exception {
    try (Topics topics = new Topics(broker.address(), "begin", 2)) {
      topics.write("old", 0, 2).tickAt(1_000);
      long moment = System.currentTimeMillis() + 1;
      while (System.currentTimeMillis() <= moment) {
        Thread.onSpinWait();
      }
      topics.write("new", 0, 2).tickAt(2_000);

      assertThat(read(topics.startingAt(StartAt.time(moment)), 2, 2))
          .containsOnlyKeys("new0", "new1");
      assertThat(read(topics.startingAt(StartAt.COMMITTED), 2, 4)).hasSize(4);
      topics.commit(0, 1, 0);
      assertThat(read(topics.startingAt(StartAt.COMMITTED), 2, 3))
          .containsOnlyKeys("old1", "new0", "new1");
    }
  }

  @Test
  void aNewPartitionIsReadFromItsFirstRecordOn() throws Exception {
    try (Topics topics = new Topics(broker.address(), "growing", 1)) {
      topics.write("a", 0, 1).tickAt(1_000);
      Partitions partitions = new Partitions(topics.input(), reading("growing-0"));
      assertThat(partitions.missing()).isEmpty();

      topics.grow(2);
      assertThat(partitions.missing()).containsExactly(new ClockedSplit("growing", 1, 0, 2, 1_000));
    }
  }

  @Test
  void whatAJobKnowsAtItsBeginningIsClosed() throws Exception {
    try (Topics topics = new Topics(broker.address(), "known", 1)) {
      topics.write("a", 0, 1).tickAt(1_000).write("b", 0, 1).tickAt(90_000);
      Assigned known = new Assigned(Set.of(), 59_999);
      assertThat(new Partitions(topics.input(), known).missing())
          .containsExactly(new ClockedSplit("known", 0, 0, 0, 60_000 + topics.input().lateness()));
      Assigned.Serializer serializer = new Assigned.Serializer();
      assertThat(serializer.deserialize(1, serializer.serialize(known))).isEqualTo(known);
      assertThat(serializer.deserialize(1, serializer.serialize(reading("known-0"))))
          .isEqualTo(reading("known-0"));
    }
  }

  private static Assigned reading(String partition) {
    return new Assigned(Set.of(partition), RawRecord.NO_TIME);
  }

  @Test
  void theClockNoticesANewPartition() throws Exception {
    try (Topics topics = new Topics(broker.address(), "noticed", 1);
        Clock clock = new Clock(topics.input(), () -> 1)) {
      clock.tick();
      topics.grow(2);
      for (int tick = 0; tick < 40; tick++) {
        clock.tick();
      }
      assertThat(clock.partitions()).containsExactly("noticed-0", "noticed-1");
    }
  }

  @Test
  void aTopicThatIsNotThereIsOneClearLine() throws Exception {
    KafkaInput input =
        new KafkaInput(
            Map.of("bootstrap.servers", broker.address()),
            "nobody",
            List.of("nowhere"),
            List.of(),
            List.of(),
            "nowhere-clock",
            StartAt.EARLIEST,
            0,
            null);
    assertThatThrownBy(() -> records(input, 1).executeAndCollect(1))
        .rootCause()
        .hasMessage(
            "topics: there is no topic 'nowhere' on the broker; create it, or mend its name");
  }

  /** Texts read, each with the watermark when it came. */
  private static Map<String, Long> read(Topics topics, int parallelism, int count)
      throws Exception {
    return read(topics.input(), parallelism, count);
  }

  private static Map<String, Long> read(KafkaInput input, int parallelism, int count)
      throws Exception {
    Map<String, Long> read = new TreeMap<>();
    for (String line : new ArrayList<>(records(input, parallelism).executeAndCollect(count))) {
      int space = line.indexOf(' ');
      read.put(line.substring(0, space), Long.valueOf(line.substring(space + 1)));
    }
    return read;
  }

  private static DataStream<String> records(KafkaInput input, int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration)
        .fromSource(
            new ClockedSource(input),
            WatermarkStrategy.noWatermarks(),
            "posts",
            TypeInformation.of(RawRecord.class))
        .process(new WithWatermark(), Types.STRING);
  }

  private static final class WithWatermark extends ProcessFunction<RawRecord, String> {
    private static final long serialVersionUID = 1;

    @Override
    public void processElement(RawRecord record, Context context, Collector<String> out) {
      String text = new String(record.bytes(), StandardCharsets.UTF_8);
      out.collect(text + " " + context.timerService().currentWatermark());
    }
  }
}
