package io.groundswell.jobs.surge.measure;

import java.io.Serializable;
import java.util.function.Consumer;
import org.apache.flink.metrics.MetricGroup;

/**
 * What is counted of one kind of output. Counts begin at 0 whenever the operator starts.
 *
 * @param <T> what leaves the job
 */
@FunctionalInterface
public interface Measure<T> extends Serializable {
  /** Registers its metrics, and gives what counts one item more. */
  Consumer<T> open(MetricGroup metrics);

  /** The group of all of the job's own metrics, in whatever Flink names around it. */
  static MetricGroup group(MetricGroup operator) {
    return operator.addGroup("groundswell");
  }
}
