package io.groundswell.jobs.surge.ruling;

import io.groundswell.domain.ruling.Ruling;
import io.groundswell.jobs.surge.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/**
 * What an operator decides by whose subtasks are told of rulings by broadcast: before the watermark
 * of any bucket that ends after one.
 */
public final class ToldRulings {
  private final Rulebook book;
  private boolean loaded;

  /** Begins with given rules, and goes on with what is in state. */
  public ToldRulings(Rules first) {
    book = new Rulebook(first);
  }

  /**
   * Takes a ruling in.
   *
   * @param state by {@link KeptRulings#DESCRIPTOR}
   * @param watermark of the operator: what ends before it is decided already
   */
  public void take(Ruling ruling, BroadcastState<String, Ruling> state, long watermark)
      throws Exception {
    if (load(state).add(ruling)) {
      state.put(ruling.key(), ruling);
    }
    for (Ruling forgotten : book.forget(watermark)) {
      state.remove(forgotten.key());
    }
  }

  /**
   * The rules for a bucket that ends at a moment.
   *
   * @param state by {@link KeptRulings#DESCRIPTOR}
   * @param end epoch milliseconds
   */
  public Rules at(long end, ReadOnlyBroadcastState<String, Ruling> state) throws Exception {
    return load(state).at(end);
  }

  private Rulebook load(ReadOnlyBroadcastState<String, Ruling> state) throws Exception {
    if (!loaded) {
      List<Ruling> known = new ArrayList<>();
      for (Map.Entry<String, Ruling> entry : state.immutableEntries()) {
        known.add(entry.getValue());
      }
      book.know(known);
      loaded = true;
    }
    return book;
  }
}
