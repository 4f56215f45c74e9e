package io.groundswell.jobs.surge.measure;

import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/**
 * {@code buckets} with complaints, by level; and {@code evidence} as a histogram: how many had at
 * most so much, natural logarithms of e-values.
 */
public final class BucketCounts implements Consumer<ScoredBucket> {
  /** Upper bounds: 9 is the least that is elevated, and thresholds lie some way above it. */
  private static final int[] BOUNDS = {0, 3, 6, 9, 12, 15, 20, 30, 100};

  private final Map<Level, Counter> buckets = new EnumMap<>(Level.class);
  private final Counter[] atMost = new Counter[BOUNDS.length];
  private final Counter all;

  /** Registers its counts. */
  public BucketCounts(MetricGroup metrics) {
    for (Level level : Level.values()) {
      buckets.put(level, metrics.addGroup("level", level.label()).counter("buckets"));
    }
    for (int i = 0; i < BOUNDS.length; i++) {
      atMost[i] = metrics.addGroup("le", Integer.toString(BOUNDS[i])).counter("evidence");
    }
    all = metrics.addGroup("le", "+Inf").counter("evidence");
  }

  @Override
  public void accept(ScoredBucket bucket) {
    Objects.requireNonNull(buckets.get(bucket.level())).inc();
    for (int i = 0; i < BOUNDS.length; i++) {
      if (bucket.evidence() <= BOUNDS[i]) {
        atMost[i].inc();
      }
    }
    all.inc();
  }
}
