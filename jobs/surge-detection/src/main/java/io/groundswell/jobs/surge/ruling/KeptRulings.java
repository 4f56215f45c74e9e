package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.Rules;
import io.groundswell.jobs.surge.Uids;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What an operator decides by that has one key, and one instance: rulings in its keyed state. */
public final class KeptRulings {
  /** By {@link Ruling#key()}. */
  public static final MapStateDescriptor<String, Ruling> DESCRIPTOR =
      new MapStateDescriptor<>(Uids.RULINGS, Types.STRING, TypeInformation.of(Ruling.class));

  private final Rulebook book;
  private final MapState<String, Ruling> state;
  private boolean loaded;

  /** Begins with given rules, and goes on with what is in state. */
  public KeptRulings(Rules first, RuntimeContext context) {
    book = new Rulebook(first);
    state = context.getMapState(DESCRIPTOR);
  }

  /**
   * Takes a ruling in.
   *
   * @param watermark of the operator: what ends before it is decided already
   */
  public void take(Ruling ruling, long watermark) throws Exception {
    if (load().add(ruling)) {
      state.put(ruling.key(), ruling);
    }
    for (Ruling forgotten : book.forget(watermark)) {
      state.remove(forgotten.key());
    }
  }

  /** The rules for a bucket that ends at a moment, epoch milliseconds. */
  public Rules at(long end) throws Exception {
    return load().at(end);
  }

  private Rulebook load() throws Exception {
    if (!loaded) {
      book.know(state.values());
      loaded = true;
    }
    return book;
  }
}
