package io.groundswell.state.snapshot;

import io.groundswell.cep.AcrossPatterns;
import io.groundswell.cep.SurgePattern;
import io.groundswell.domain.briefing.Story;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.answer.AnswerIncidents;
import io.groundswell.jobs.surge.change.KeepChanges;
import io.groundswell.jobs.surge.cli.FlinkOptions;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.jobs.surge.feed.WatchFeeds;
import io.groundswell.jobs.surge.incident.DescribeIncidents;
import io.groundswell.jobs.surge.volume.CountMentions;
import io.groundswell.jobs.surge.volume.DropDuplicates;
import io.groundswell.state.keyed.Change;
import io.groundswell.state.keyed.KeyedOperator;
import io.groundswell.state.keyed.Rewriting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.api.OperatorIdentifier;
import org.apache.flink.state.api.SavepointReader;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * What a savepoint of the main job knows of closed buckets, without what anybody wrote. What waited
 * in open buckets is left out: whoever goes on from here counts those from their beginning.
 */
public final class KeptState {
  /** As Flink's operator of a source names what its readers have. */
  private static final String READERS = "SourceReaderState";

  private static final MemorySize NETWORK = MemorySize.ofMebiBytes(16);
  private static final int MOST_PARTITIONS = 100_000;

  /** Strikes the texts of incidents that are open. */
  private static final Change STRIKE =
      (state, value) -> {
        if (value instanceof Story story) {
          story.strike();
        }
        return value;
      };

  private KeptState() {}

  /**
   * Up to when buckets had closed everywhere, epoch milliseconds.
   *
   * @param savepoint of the live job, in Flink's canonical format
   * @param lateness a bucket closes so long after its end, milliseconds
   */
  public static long closedUntil(String savepoint, long lateness) throws Exception {
    List<byte[]> splits =
        SavepointReader.read(environment(), savepoint, new EmbeddedRocksDBStateBackend())
            .readListState(
                OperatorIdentifier.forUid(Uids.READ_POSTS),
                READERS,
                TypeInformation.of(byte[].class),
                BytePrimitiveArraySerializer.INSTANCE)
            .executeAndCollect(MOST_PARTITIONS);
    long time = Long.MAX_VALUE;
    for (byte[] split : splits) {
      time = Math.min(time, ClockedSource.lastTime(split));
    }
    return time - lateness;
  }

  /**
   * Writes it.
   *
   * @param savepoint of the live job, in Flink's canonical format
   * @param folder a new folder for what is kept of it
   */
  public static void write(String savepoint, String folder) throws Exception {
    Rewriting rewriting = new Rewriting(environment(), savepoint);
    rewriting.keepOnly(lasting());
    replaceAll(rewriting);
    rewriting.write(folder);
  }

  /** Operators that remember what is over. */
  private static List<String> lasting() {
    List<String> uids =
        new ArrayList<>(
            List.of(
                Uids.DROP_DUPLICATES,
                Uids.KEEP_CHANGES,
                Uids.HEAR_VOICES,
                Uids.COUNT_MENTIONS,
                Uids.WATCH_FEEDS,
                Uids.SHARE_BUDGET,
                Uids.SAVE_FOR_CHANGES,
                Uids.LEARN_SEASONS,
                Uids.SCORE_BUCKETS,
                Uids.RAISE_INCIDENTS,
                Uids.ANSWER_INCIDENTS,
                Uids.DESCRIBE_INCIDENTS));
    WatchRules any = WatchRules.of(Policy.defaults(), Catalogue.of(List.of(), List.of()));
    PatternId.OF_ONE.forEach(id -> uids.add(SurgePattern.of(id, any).uid()));
    uids.addAll(AcrossPatterns.UIDS);
    return uids;
  }

  private static void replaceAll(Rewriting rewriting) throws IOException {
    int groups = FlinkOptions.MAX_PARALLELISM;
    rewriting.replace(
        operator(Uids.DROP_DUPLICATES, groups, Types.INT, DropDuplicates.lasting()), Change.NONE);
    rewriting.replace(
        operator(Uids.KEEP_CHANGES, groups, Types.STRING, KeepChanges.lasting()), Change.NONE);
    // Its timers are those of open buckets.
    rewriting.replace(
        new KeyedOperator<>(
            Uids.COUNT_MENTIONS, groups, Types.STRING, CountMentions.lasting(), false),
        Change.NONE);
    rewriting.replace(operator(Uids.WATCH_FEEDS, 1, Types.BYTE, WatchFeeds.lasting()), Change.NONE);
    rewriting.replace(
        operator(Uids.ANSWER_INCIDENTS, 1, Types.BYTE, AnswerIncidents.lasting()), Change.NONE);
    rewriting.replace(
        operator(Uids.DESCRIBE_INCIDENTS, 1, Types.BYTE, DescribeIncidents.lasting()), STRIKE);
  }

  private static <K> KeyedOperator<K> operator(
      String uid, int groups, TypeInformation<K> key, List<StateDescriptor<?, ?>> states) {
    return new KeyedOperator<>(uid, groups, key, states, true);
  }

  private static StreamExecutionEnvironment environment() {
    Configuration configuration = FlinkOptions.bounded();
    // Flink's own operators over savepoints have no names, and hand on savepoints' metadata.
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, true);
    configuration.set(PipelineOptions.GENERIC_TYPES, true);
    // It may run beside the job itself.
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, NETWORK);
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, NETWORK);
    return FlinkOptions.local(1, configuration);
  }
}
