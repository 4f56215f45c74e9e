package io.groundswell.jobs.surge.measure;

import io.groundswell.jobs.surge.connector.Line;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.jspecify.annotations.Nullable;

/**
 * Formats what leaves the job, and counts it.
 *
 * @param <T> what leaves the job
 */
public final class Measured<T> extends RichMapFunction<T, Line> {
  private static final long serialVersionUID = 1;

  private final MapFunction<T, Line> format;
  private final Measure<T> measure;
  private transient @Nullable Consumer<T> counts;

  /** Formats and counts; the format is one that needs no {@code open}. */
  public Measured(MapFunction<T, Line> format, Measure<T> measure) {
    this.format = format;
    this.measure = measure;
  }

  @Override
  public void open(OpenContext context) {
    counts = measure.open(Measure.group(getRuntimeContext().getMetricGroup()));
  }

  @Override
  public Line map(T item) throws Exception {
    Objects.requireNonNull(counts).accept(item);
    return format.map(item);
  }
}
