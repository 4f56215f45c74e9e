package io.groundswell.state.bootstrap;

import io.groundswell.jobs.surge.connector.InOrder.EndMark;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Hands on all items but the mark of the end, and says when that is reached. */
public final class UpToEnd<T> extends ProcessFunction<T, T> {
  /** Accumulator of the items that have passed. */
  static final String READ = "past.read";

  /** Accumulator of the last moment of the last bucket; there once all items have passed. */
  static final String CLOSED = "past.closed";

  private static final long serialVersionUID = 1;

  private final EndMark<T> end;
  private transient LongCounter read;

  /** Knows the mark of the end. */
  public UpToEnd(EndMark<T> end) {
    this.end = end;
  }

  @Override
  public void open(OpenContext context) {
    read = getRuntimeContext().getLongCounter(READ);
  }

  @Override
  public void processElement(T item, Context context, Collector<T> out) {
    if (end.test(item)) {
      getRuntimeContext().getLongCounter(CLOSED).add(context.timestamp());
    } else {
      read.add(1L);
      out.collect(item);
    }
  }
}
