package io.groundswell.cep;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.cep.host.Hosting;
import io.groundswell.cep.language.BuiltIn;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Regions;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
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

/** A small Flink that runs the patterns as a job does, watermarks and all. */
final class Cluster {
  private final InMemoryReporter metrics = InMemoryReporter.createWithRetainedMetrics();
  private static final Comparator<SurgeMatch> BY_END =
      Comparator.comparing((SurgeMatch match) -> match.last().subject())
          .thenComparing(match -> match.last().end())
          .thenComparing(SurgeMatch::pattern);

  private static final int MOST = 100_000;

  MiniClusterExtension flink() {
    return new MiniClusterExtension(
        new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .setConfiguration(metrics.addToConfiguration(new Configuration()))
            .build());
  }

  /**
   * What the patterns of one subject find, by subject and time.
   *
   * @param told buckets in the order in which they are sent
   */
  List<SurgeMatch> matches(List<Told> told, int parallelism) throws Exception {
    return across(told, AcrossRules.NONE, Catalogue.none(), parallelism);
  }

  /** What the built-in patterns find, by subject and time. */
  List<SurgeMatch> across(List<Told> told, AcrossRules rules, Catalogue catalogue, int parallelism)
      throws Exception {
    StreamExecutionEnvironment env = environment(parallelism);
    DataStream<PatternSet> sets =
        env.fromData(
                List.of(PatternSet.always(BuiltIn.rules(rules))),
                TypeInformation.of(PatternSet.class))
            .setParallelism(1)
            .uid("sets");
    return collect(
        Hosting.add(
            ToSignals.of(send(env, told), catalogue), sets, new Regions(catalogue.regions())));
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return StreamExecutionEnvironment.getExecutionEnvironment(settings).setParallelism(parallelism);
  }

  private static List<SurgeMatch> collect(DataStream<SurgeMatch> matches) throws Exception {
    List<SurgeMatch> found = new ArrayList<>(matches.executeAndCollect(MOST));
    assertThat(found).hasSizeLessThan(MOST);
    found.sort(BY_END);
    return found;
  }

  private static DataStream<ScoredBucket> send(StreamExecutionEnvironment env, List<Told> told) {
    return env.fromData(told, TypeInformation.of(Told.class))
        .setParallelism(1)
        .uid("told")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<Told>forGenerator(context -> new AllBefore())
                .withTimestampAssigner((bucket, unknown) -> bucket.at()))
        .setParallelism(1)
        .uid("time")
        .map(Told::bucket, TypeInformation.of(ScoredBucket.class))
        .setParallelism(1)
        .uid("bucket");
  }

  /** Buckets that came too late and were lost without a word, over all jobs so far. */
  long droppedSilently() {
    return counters().stream().mapToLong(Counter::getCount).sum();
  }

  /** The counters of {@link #droppedSilently()}: one for each instance of the host. */
  List<Counter> counters() {
    return metrics.getMetricsByGroup().values().stream()
        .map(group -> group.get("numLateRecordsDropped"))
        .filter(Counter.class::isInstance)
        .map(Counter.class::cast)
        .toList();
  }

  /** Event time is complete up to the bucket just read. */
  private static final class AllBefore implements WatermarkGenerator<Told> {
    @Override
    public void onEvent(Told bucket, long time, WatermarkOutput output) {
      output.emitWatermark(new Watermark(time - 1));
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}
  }
}
