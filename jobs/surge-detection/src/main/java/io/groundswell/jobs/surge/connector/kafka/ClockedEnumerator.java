package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Finds the partitions of all inputs once, and deals them out to the readers; and writes the clock,
 * since there is one enumerator in a job and it lives as long.
 */
final class ClockedEnumerator implements SplitEnumerator<ClockedSplit, Boolean> {
  private static final long TICK_MILLIS = 1_000;

  /** A broker that restarts is waited for; beyond this the job restarts, and says why. */
  private static final int MOST_MISSED_TICKS = 5;

  private final SplitEnumeratorContext<ClockedSplit> context;
  private final KafkaInput input;
  private final Map<Integer, List<ClockedSplit>> waiting = new HashMap<>();
  private Clock clock;
  private int missedTicks;
  private boolean assigned;

  /**
   * An enumerator.
   *
   * @param assigned the readers have their partitions already, from a savepoint
   */
  ClockedEnumerator(
      SplitEnumeratorContext<ClockedSplit> context, KafkaInput input, boolean assigned) {
    this.context = context;
    this.input = input;
    this.assigned = assigned;
  }

  @Override
  public void start() {
    if (!assigned) {
      context.callAsync(this::discover, this::deal);
    }
    if (input.wallClock() != null) {
      context.callAsync(this::tick, this::ticked, 0, TICK_MILLIS);
    }
  }

  private Boolean tick() {
    if (clock == null) {
      clock = new Clock(input, input.wallClock());
    }
    clock.tick();
    return true;
  }

  private void ticked(Boolean done, Throwable failure) {
    if (failure == null) {
      missedTicks = 0;
      return;
    }
    missedTicks++;
    Clock broken = clock;
    clock = null;
    if (broken != null) {
      broken.close();
    }
    if (missedTicks > MOST_MISSED_TICKS) {
      throw new IllegalStateException(
          "cannot write the clock's topic '%s': %s".formatted(input.clock(), failure.getMessage()),
          failure);
    }
  }

  private List<ClockedSplit> discover() {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(input.consumer())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (String topic : input.topics()) {
        partitions.addAll(partitions(consumer, topic));
      }
      TopicPartition clock = partitions(consumer, input.clock()).get(0);
      partitions.add(clock);
      Map<TopicPartition, Long> starts =
          input.start() == KafkaInput.StartAt.EARLIEST
              ? consumer.beginningOffsets(partitions)
              : consumer.endOffsets(partitions);
      partitions.remove(clock);
      List<ClockedSplit> splits = new ArrayList<>();
      for (TopicPartition partition : partitions) {
        splits.add(
            new ClockedSplit(
                partition.topic(),
                partition.partition(),
                starts.get(partition),
                starts.get(clock),
                Long.MIN_VALUE));
      }
      return splits;
    }
  }

  private static List<TopicPartition> partitions(
      KafkaConsumer<byte[], byte[]> consumer, String topic) {
    List<PartitionInfo> infos = consumer.listTopics().get(topic);
    if (infos == null || infos.isEmpty()) {
      throw new BadInput(
          "topics: there is no topic '%s' on the broker; create it, or mend its name"
              .formatted(topic));
    }
    return infos.stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  private void deal(List<ClockedSplit> splits, Throwable failure) {
    if (failure != null) {
      throw failure instanceof BadInput mistake
          ? mistake
          : new IllegalStateException("cannot list the topics: " + failure.getMessage(), failure);
    }
    for (int i = 0; i < splits.size(); i++) {
      waiting
          .computeIfAbsent(i % context.currentParallelism(), reader -> new ArrayList<>())
          .add(splits.get(i));
    }
    assigned = true;
    context.registeredReaders().keySet().forEach(this::hand);
  }

  private void hand(int reader) {
    for (ClockedSplit split : waiting.getOrDefault(reader, List.of())) {
      context.assignSplit(split, reader);
    }
    waiting.remove(reader);
    context.signalNoMoreSplits(reader);
  }

  @Override
  public void addReader(int reader) {
    if (assigned) {
      hand(reader);
    }
  }

  @Override
  public void addSplitsBack(List<ClockedSplit> splits, int reader) {
    waiting.computeIfAbsent(reader, r -> new ArrayList<>()).addAll(splits);
  }

  @Override
  public void handleSplitRequest(int reader, String host) {
    // Readers take what they are given.
  }

  @Override
  public Boolean snapshotState(long checkpoint) {
    return assigned;
  }

  @Override
  public void close() {
    if (clock != null) {
      clock.close();
    }
  }
}
