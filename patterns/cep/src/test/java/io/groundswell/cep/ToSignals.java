package io.groundswell.cep;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Buckets as patterns read them, as scoring sends them in a job. */
public final class ToSignals implements FlatMapFunction<ScoredBucket, Signal> {
  private static final long serialVersionUID = 1;

  private final Catalogue catalogue;
  private transient @Nullable Signals signals;

  private ToSignals(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  public static DataStream<Signal> of(DataStream<ScoredBucket> buckets, Catalogue catalogue) {
    return buckets
        .flatMap(new ToSignals(catalogue))
        .returns(TypeInformation.of(Signal.class))
        .uid("signals");
  }

  @Override
  public void flatMap(ScoredBucket bucket, Collector<Signal> out) {
    if (signals == null) {
      signals = new Signals(catalogue);
    }
    signals.of(bucket, out::collect);
  }
}
