package io.groundswell.state.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.cep.CEP;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * A small job in two versions, between which all changes that a job's state can go through: a field
 * more, an operator that becomes two, a pattern with another stage, buckets of ten seconds where
 * they were of a minute. Its source counts up a number a second, for ten keys.
 */
final class EvolvingJob {
  static final int KEYS = 10;
  private static final int ATTEMPTS = 100;
  static final String LEARN = "learn";
  static final String KNOW_SEEN = "know-seen";
  static final String OLD_PATTERN = "pattern-rise-v1";
  static final String NEW_PATTERN = "pattern-rise-v2";

  /** What the job that runs has told; it runs in this process. */
  private static final BlockingQueue<String> LINES = new LinkedBlockingQueue<>();

  private EvolvingJob() {}

  /** Runs the old version until it has learnt something, and says where its savepoint is. */
  static Path old(Path folder, String backend) throws Exception {
    StreamExecutionEnvironment env = environment(backend, null);
    KeyedStream<Long, Integer> numbers = numbers(env);
    DataStream<String> learnt = numbers.process(new LearnByMinute()).uid(LEARN).name(LEARN);
    rises(numbers, begin().next("high").where(large()), OLD_PATTERN);
    return run(env, learnt, new ArrayList<>(), KEYS, folder);
  }

  /**
   * Runs the new version from a savepoint.
   *
   * @param told gets what it has found there: a line for each key of each operator
   * @return its own savepoint
   */
  static Path evolved(Path folder, String backend, Path savepoint, List<String> told)
      throws Exception {
    StreamExecutionEnvironment env = environment(backend, savepoint);
    KeyedStream<Long, Integer> numbers = numbers(env);
    DataStream<String> found =
        numbers
            .process(new LearnByTenSeconds())
            .uid(LEARN)
            .name(LEARN)
            .union(numbers.process(new KnowSeen()).uid(KNOW_SEEN).name(KNOW_SEEN));
    Pattern<Long, Long> stages =
        begin().followedBy("middle").where(even()).next("high").where(large());
    rises(numbers, stages, NEW_PATTERN);
    return run(env, found, told, 2 * KEYS, folder);
  }

  /** Until so many lines are told; then a savepoint is taken, and the job ends. */
  private static Path run(
      StreamExecutionEnvironment env,
      DataStream<String> lines,
      List<String> told,
      int most,
      Path folder)
      throws Exception {
    LINES.clear();
    lines.map(EvolvingJob::keep).uid("keep").sinkTo(new DiscardingSink<>()).uid("end").name("end");
    JobClient job = env.executeAsync();
    while (told.size() < most) {
      String line = LINES.poll(1, TimeUnit.MINUTES);
      assertThat(line).as("a line after %s", told).isNotNull();
      told.add(line);
    }
    String path = savepoint(job, folder);
    job.cancel().get();
    return Path.of(URI.create(path));
  }

  /** Some tasks may have told something before others run. */
  private static String savepoint(JobClient job, Path folder) throws Exception {
    for (int left = ATTEMPTS; ; left--) {
      try {
        return job.triggerSavepoint(folder.toUri().toString(), SavepointFormatType.CANONICAL).get();
      } catch (ExecutionException notYet) {
        if (left == 0) {
          throw notYet;
        }
        Thread.sleep(100);
      }
    }
  }

  private static String keep(String line) {
    LINES.add(line);
    return line;
  }

  private static StreamExecutionEnvironment environment(String backend, @Nullable Path savepoint) {
    Configuration configuration = FlinkOptions.bounded();
    configuration.set(StateBackendOptions.STATE_BACKEND, backend);
    if (savepoint != null) {
      configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint.toUri().toString());
    }
    return FlinkOptions.local(2, configuration);
  }

  private static KeyedStream<Long, Integer> numbers(StreamExecutionEnvironment env) {
    return env.fromSequence(0, Long.MAX_VALUE)
        .uid(Uids.READ_POSTS)
        .map(EvolvingJob::slowly)
        .uid("slowly")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Long>forMonotonousTimestamps()
                .withTimestampAssigner((number, before) -> number * 1_000))
        .uid("stamp")
        .keyBy(number -> (int) (number % KEYS));
  }

  private static Long slowly(Long number) throws InterruptedException {
    Thread.sleep(1);
    return number;
  }

  private static Pattern<Long, Long> begin() {
    return Pattern.<Long>begin("low", AfterMatchSkipStrategy.skipPastLastEvent()).where(even());
  }

  private static SimpleCondition<Long> even() {
    return SimpleCondition.of(number -> number % 2 == 0);
  }

  private static SimpleCondition<Long> large() {
    return SimpleCondition.of(number -> number % 1_000 > 990);
  }

  private static void rises(
      KeyedStream<Long, Integer> numbers, Pattern<Long, Long> stages, String uid) {
    CEP.pattern(numbers, stages)
        .inEventTime()
        .process(new Silent())
        .uid(uid)
        .name(uid)
        .sinkTo(new DiscardingSink<>())
        .uid(uid + "-sink");
  }

  /** Says nothing. */
  private static final class Silent extends PatternProcessFunction<Long, String> {
    private static final long serialVersionUID = 1;

    @Override
    public void processMatch(
        Map<String, List<Long>> match, Context context, Collector<String> out) {}
  }
}
