package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedSourceTest {
  private static final int COUNT = 1000;

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aJobReadsAllInOrder(int parallelism) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    List<Long> read =
        env.fromSource(
                new OrderedSource<>(new UpTo(COUNT)),
                WatermarkStrategy.noWatermarks(),
                "Read",
                Types.LONG)
            .executeAndCollect(COUNT + 1);

    assertThat(read).isEqualTo(LongStream.range(0, COUNT).boxed().toList());
  }

  @Test
  void aRestoredSplitGoesOnWhereItWas() throws Exception {
    OrderedSplit<Long> split = new OrderedSplit<>(new UpTo(5), 0);
    OrderedSplit.Counting<Long> items = split.getIterator();
    items.next();
    items.next();
    OrderedSplit<Long> restored = copy(split.getUpdatedSplitForIterator(items));

    assertThat(restored.splitId()).isEqualTo(split.splitId());
    assertThat(remaining(restored.getIterator())).containsExactly(2L, 3L, 4L);
    assertThat(remaining(restored.getIterator())).containsExactly(2L, 3L, 4L);
  }

  @Test
  void aSplitRestoredAtTheEndHasNothingLeft() throws Exception {
    OrderedSplit<Long> split = new OrderedSplit<>(new UpTo(3), 0);
    OrderedSplit.Counting<Long> items = split.getIterator();
    assertThat(remaining(items)).hasSize(3);

    assertThat(remaining(copy(split.getUpdatedSplitForIterator(items)).getIterator())).isEmpty();
  }

  private static OrderedSplit<Long> copy(OrderedSplit<Long> split) throws Exception {
    SimpleVersionedSerializer<OrderedSplit<Long>> serializer =
        new OrderedSource<>(new UpTo(0)).getSplitSerializer();
    return serializer.deserialize(serializer.getVersion(), serializer.serialize(split));
  }

  private static List<Long> remaining(Iterator<Long> items) {
    List<Long> all = new ArrayList<>();
    items.forEachRemaining(all::add);
    return all;
  }

  private record UpTo(long end) implements Ordered<Long> {
    @Override
    public Iterator<Long> open() {
      return LongStream.range(0, end).iterator();
    }
  }
}
