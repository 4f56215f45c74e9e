package io.groundswell.jobs.surge.connector.kafka;

import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition of an input, and how far it has been read in step with the clock.
 *
 * @param topic topic of the input
 * @param partition its number
 * @param next offset of the next record to hand on
 * @param nextTick offset, in the clock's topic, of the next tick to apply
 * @param lastTime time of the tick before that, epoch milliseconds; {@link Long#MIN_VALUE} where
 *     there was none
 */
record ClockedSplit(String topic, int partition, long next, long nextTick, long lastTime)
    implements SourceSplit {

  @Override
  public String splitId() {
    return name();
  }

  /** As ticks and source positions name the partition. */
  String name() {
    return topic + "-" + partition;
  }

  TopicPartition kafka() {
    return new TopicPartition(topic, partition);
  }
}
