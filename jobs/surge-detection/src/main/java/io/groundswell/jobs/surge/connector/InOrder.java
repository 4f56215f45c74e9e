package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.volume.Buckets;
import java.io.Serializable;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * Watermarks of items that come in the order of time: a bucket closes as soon as the first item of
 * a later one is met, and the last one with the mark of the end.
 */
public final class InOrder<T> implements WatermarkGenerator<T> {
  /**
   * Buckets that may close at once. What is awake does something in every bucket, and Flink's CEP
   * takes time with the square of what it holds for one watermark.
   */
  private static final int STRIDE = 10;

  private final long width;
  private final EndMark<T> end;
  private long open = Long.MIN_VALUE;

  private InOrder(long width, EndMark<T> end) {
    this.width = width;
    this.end = end;
  }

  /**
   * The strategy for a source.
   *
   * @param width width of a bucket, milliseconds
   * @param end tells the mark of the end, whose stamp is the last moment of the last bucket
   */
  public static <T> WatermarkStrategy<T> buckets(long width, EndMark<T> end) {
    return WatermarkStrategy.forGenerator(context -> new InOrder<>(width, end));
  }

  @Override
  public void onEvent(T item, long time, WatermarkOutput output) {
    if (time == Long.MIN_VALUE) {
      return;
    }
    if (end.test(item)) {
      advance(time + 1, output);
    } else {
      advance(Buckets.start(time, width), output);
    }
  }

  /** Closes every bucket before {@code start}. */
  private void advance(long start, WatermarkOutput output) {
    if (open != Long.MIN_VALUE) {
      for (long stop = open + STRIDE * width; stop < start; stop += STRIDE * width) {
        output.emitWatermark(new Watermark(stop - 1));
      }
    }
    if (start > open) {
      open = start;
      output.emitWatermark(new Watermark(start - 1));
    }
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {
    // Event time moves with the items alone.
  }

  /** Tells the mark of the end from an item. */
  @FunctionalInterface
  public interface EndMark<T> extends Serializable {
    /** Whether the item is the mark. */
    boolean test(T item);
  }
}
