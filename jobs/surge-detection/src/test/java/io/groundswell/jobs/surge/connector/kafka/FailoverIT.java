package io.groundswell.jobs.surge.connector.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.RunningJob;
import io.groundswell.jobs.surge.connector.RawRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A job whose tasks fail, fail again as they start, and then go on. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class FailoverIT {
  private static final int READERS = 3;
  private static final int ROUNDS = Integer.getInteger("groundswell.failovers", 3);

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
  void timeGoesOnAfterTasksFailTwiceInARow() throws Exception {
    try (Topics topics = new Topics(broker.address(), "twice", READERS + 1);
        RunningJob job = start(topics.input())) {
      for (int round = 0; round < ROUNDS; round++) {
        topics.write("post", 40 * round, 40 * round + 40);
        Watched.awaitAllAfter(System.currentTimeMillis());
        Watched.FAILURES.set(2);
        assertThat(job.end()).isNotDone();
        while (Watched.FAILURES.get() > 0) {
          Thread.sleep(10);
        }
        Watched.SEEN.clear();
        Watched.awaitAllAfter(System.currentTimeMillis());
      }
    }
  }

  private static RunningJob start(KafkaInput input) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1_000);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(50));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(READERS, configuration);
    env.enableCheckpointing(200);
    env.fromSource(
            new ClockedSource(live(input)),
            WatermarkStrategy.noWatermarks(),
            "posts",
            TypeInformation.of(RawRecord.class))
        .keyBy(RawRecord::where)
        .transform("watched", Types.STRING, new Watched())
        .sinkTo(new DiscardingSink<>());
    return RunningJob.start(env, "failover");
  }

  private static KafkaInput live(KafkaInput input) {
    return new KafkaInput(
        input.client(),
        input.group(),
        input.posts(),
        input.contacts(),
        input.changes(),
        input.clock(),
        input.start(),
        input.lateness(),
        System::currentTimeMillis);
  }

  /** Fails when it is told to, and takes down how far time has come. */
  private static final class Watched extends AbstractStreamOperator<String>
      implements OneInputStreamOperator<RawRecord, String> {
    private static final long serialVersionUID = 1;
    private static final AtomicInteger FAILURES = new AtomicInteger();
    private static final Map<Integer, Long> SEEN = new ConcurrentHashMap<>();

    static void awaitAllAfter(long moment) throws InterruptedException {
      while (SEEN.size() < READERS || SEEN.values().stream().anyMatch(at -> at < moment)) {
        Thread.sleep(20);
      }
    }

    @Override
    public void open() throws Exception {
      super.open();
      if (FAILURES.compareAndSet(1, 0)) {
        throw new IllegalStateException("fails as it starts");
      }
    }

    @Override
    public void processElement(StreamRecord<RawRecord> record) {
      // It looks at the time only.
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
      super.processWatermark(mark);
      if (FAILURES.compareAndSet(2, 1)) {
        throw new IllegalStateException("fails as it runs");
      }
      SEEN.put(getRuntimeContext().getTaskInfo().getIndexOfThisSubtask(), mark.getTimestamp());
    }
  }
}
