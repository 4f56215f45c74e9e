package io.groundswell.cep.host;

import static io.groundswell.cep.host.HostPatternsTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.ToSignals;
import io.groundswell.cep.Walks;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.PatternRule;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.testutils.InMemoryReporter;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The host in a job, with generic types and generated identities switched off. */
class HostedJobTest {
  private static final InMemoryReporter METRICS = InMemoryReporter.createWithRetainedMetrics();
  private static final int MOST = 100_000;
  private static final Comparator<SurgeMatch> IN_TIME =
      Comparator.comparing(SurgeMatch::pattern)
          .thenComparing(match -> match.last().subject())
          .thenComparing(match -> match.last().start())
          .thenComparing(match -> match.first().start());

  @RegisterExtension
  static final MiniClusterExtension FLINK =
      new MiniClusterExtension(
          new MiniClusterResourceConfiguration.Builder()
              .setNumberTaskManagers(1)
              .setNumberSlotsPerTaskManager(2)
              .setConfiguration(METRICS.addToConfiguration(new Configuration()))
              .build());

  @Test
  void whatIsDroppedIsCountedByPattern() throws Exception {
    PatternRule rule =
        rule(
            "- {id: many, within: 2h, stages: [{begin: a}, {followed_by: b, where: {posts: {at_least: 1000}}}]}");
    List<ScoredBucket> hour =
        IntStream.range(0, 60)
            .mapToObj(minute -> Walks.bucket("acme", minute, 5, .5, 9, Level.CALM, Turn.NONE))
            .toList();
    StreamExecutionEnvironment env = environment(2);
    assertThat(
            collect(
                ToSignals.of(buckets(env, hour), Walks.CATALOGUE)
                    .keyBy(PatternKey::of, TypeInformation.of(PatternKey.class))
                    .connect(sets(env, rule).broadcast())
                    .transform(
                        "host",
                        TypeInformation.of(SurgeMatch.class),
                        new HostPatterns(new Regions(List.of()), 50))
                    .uid("host")))
        .isEmpty();

    assertThat(counted("dropped_partial_matches")).isEqualTo(10);
    assertThat(METRICS.getMetricsByGroup().keySet())
        .anyMatch(group -> "many".equals(group.getAllVariables().get("<pattern>")));
    assertThat(counted("numLateRecordsDropped")).isZero();
  }

  @Test
  void aSetThatIsPassedOverIsCountedByEveryInstance() throws Exception {
    PatternRule sound = rule("- {id: one, stages: [{begin: a, where: {turn: opens}}]}");
    PatternRule endless =
        new PatternRule(
            "two", "", true, Over.SUBJECT, List.of(), 0, sound.skip(), sound.onChange());
    StreamExecutionEnvironment env = environment(2);
    long before = counted("numPatternSetsRefused");

    assertThat(
            collect(
                Hosting.add(
                    ToSignals.of(buckets(env, Walks.of(5, 300)), Walks.CATALOGUE),
                    sets(env, endless, sound),
                    new Regions(List.of()))))
        .isNotEmpty()
        .allSatisfy(match -> assertThat(match.pattern()).isEqualTo("one"));
    assertThat(counted("numPatternSetsRefused")).isEqualTo(before + 2);
  }

  private static long counted(String name) {
    return METRICS.getMetricsByGroup().values().stream()
        .map(group -> group.get(name))
        .filter(Counter.class::isInstance)
        .mapToLong(counter -> ((Counter) counter).getCount())
        .sum();
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(parallelism);
  }

  private static DataStream<ScoredBucket> buckets(
      StreamExecutionEnvironment env, List<ScoredBucket> all) {
    return env.fromData(all, TypeInformation.of(ScoredBucket.class))
        .setParallelism(1)
        .uid("walk")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<ScoredBucket>forMonotonousTimestamps()
                .withTimestampAssigner((bucket, unknown) -> bucket.end() - 1))
        .setParallelism(1)
        .uid("time");
  }

  /** Sets of one pattern each. */
  private static DataStream<PatternSet> sets(StreamExecutionEnvironment env, PatternRule... rules) {
    return env.fromData(
            Stream.of(rules).map(rule -> PatternSet.always(List.of(rule))).toList(),
            TypeInformation.of(PatternSet.class))
        .setParallelism(1)
        .uid("sets");
  }

  private static List<SurgeMatch> collect(DataStream<SurgeMatch> matches) throws Exception {
    List<SurgeMatch> found = new ArrayList<>(matches.executeAndCollect(MOST));
    assertThat(found).hasSizeLessThan(MOST);
    found.sort(IN_TIME);
    return found;
  }
}
