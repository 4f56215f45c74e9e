package io.groundswell.jobs.surge.connector.kafka;

import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.RawRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Looks up the partitions of all inputs, and where to begin with them.
 *
 * @param known those that are read already, and what the job knew when it began
 */
record Partitions(KafkaInput input, Assigned known) {

  /** The partitions that nobody reads yet, each with the position to begin at. */
  List<ClockedSplit> missing() {
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(input.consumer())) {
      List<TopicPartition> found = new ArrayList<>();
      for (String topic : input.topics()) {
        found.addAll(partitions(consumer, topic));
      }
      found.removeIf(partition -> known.partitions().contains(partition.toString()));
      TopicPartition clock = partitions(consumer, input.clock()).get(0);
      return known.partitions().isEmpty()
          ? begin(consumer, found, clock)
          : join(consumer, found, clock);
    }
  }

  private List<ClockedSplit> begin(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> found, TopicPartition clock) {
    List<TopicPartition> all = new ArrayList<>(found);
    all.add(clock);
    Map<TopicPartition, Long> starts = input.start().offsets(consumer, all);
    return splits(found, starts, starts.get(clock), timeAtFirst());
  }

  /** The time at which all had closed that the job knows. */
  private long timeAtFirst() {
    long closed = known.closed();
    return closed == RawRecord.NO_TIME ? Long.MIN_VALUE : closed + 1 + input.lateness();
  }

  /** A new partition of a running job: from its first record, with the next tick that comes. */
  private List<ClockedSplit> join(
      KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> found, TopicPartition clock) {
    if (found.isEmpty()) {
      return List.of();
    }
    LastTick last = LastTick.of(consumer, clock);
    return splits(found, consumer.beginningOffsets(found), last.end(), last.time());
  }

  private static List<ClockedSplit> splits(
      List<TopicPartition> partitions, Map<TopicPartition, Long> starts, long tick, long time) {
    return partitions.stream()
        .map(p -> new ClockedSplit(p.topic(), p.partition(), starts.get(p), tick, time))
        .toList();
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
}
