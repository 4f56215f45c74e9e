package io.groundswell.jobs.surge.ruling;

import io.groundswell.jobs.surge.connector.RawRecord;
import org.apache.flink.api.common.functions.Partitioner;

/** Spreads records evenly, and takes a copy for a subtask to that one. */
public final class ToSubtask implements Partitioner<Integer> {
  private static final long serialVersionUID = 1;

  private transient int next;

  @Override
  public int partition(Integer copy, int subtasks) {
    if (copy != RawRecord.ANYONE) {
      return copy % subtasks;
    }
    next = next + 1 < subtasks ? next + 1 : 0;
    return next;
  }
}
