package io.groundswell.jobs.surge.baseline;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.ruling.RuleKind;
import io.groundswell.domain.ruling.Ruling;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.ruling.KeptRulings;
import io.groundswell.jobs.surge.ruling.ToldRulings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;

/**
 * When products and components were added to the catalogue: before, nobody would have seen a
 * complaint about them, so that silence says nothing.
 */
final class Newcomers {
  /** Product or component, by its key, to when it was added, epoch milliseconds. */
  static final MapStateDescriptor<String, Long> DESCRIPTOR =
      new MapStateDescriptor<>(Uids.NAMED_AT, Types.STRING, Types.LONG);

  private Newcomers() {}

  /** Takes a ruling in, and notes whom it adds. */
  static void take(
      Ruling ruling,
      ToldRulings rulings,
      KeyedBroadcastProcessFunction<String, Volume, Notice, ?>.Context context)
      throws Exception {
    BroadcastState<String, Ruling> state = context.getBroadcastState(KeptRulings.DESCRIPTOR);
    Set<String> before = keys(rulings, ruling.from(), state);
    rulings.take(ruling, state, context.currentWatermark());
    if (ruling.kind() != RuleKind.CATALOGUE || ruling.from() == Long.MIN_VALUE) {
      return;
    }
    Set<String> after = keys(rulings, ruling.from() + 1, state);
    BroadcastState<String, Long> named = context.getBroadcastState(DESCRIPTOR);
    forget(named, after);
    after.removeAll(before);
    for (String key : after) {
      named.put(key, ruling.from());
    }
  }

  private static Set<String> keys(
      ToldRulings rulings, long time, ReadOnlyBroadcastState<String, Ruling> state)
      throws Exception {
    return new TreeSet<>(rulings.at(time, state).catalogue().subjectKeys());
  }

  /** Who is gone, and comes back, is new again. */
  private static void forget(BroadcastState<String, Long> named, Set<String> watched)
      throws Exception {
    List<String> gone = new ArrayList<>();
    for (Map.Entry<String, Long> entry : named.immutableEntries()) {
      if (!watched.contains(entry.getKey())) {
        gone.add(entry.getKey());
      }
    }
    for (String key : gone) {
      named.remove(key);
    }
  }

  /**
   * Since when a subject could be seen.
   *
   * @param key in whichever channel
   * @return epoch milliseconds; {@link Long#MIN_VALUE} where it was there from the beginning
   */
  static long namedAt(ReadOnlyBroadcastState<String, Long> named, String key) throws Exception {
    Subject subject = Subject.parse(Channel.subject(key));
    String product = subject.product();
    if (product == null) {
      return Long.MIN_VALUE;
    }
    Long own =
        subject.component() == null
            ? null
            : named.get(Subject.component(product, subject.component()).key());
    Long whole = named.get(Subject.product(product).key());
    return Math.max(own == null ? Long.MIN_VALUE : own, whole == null ? Long.MIN_VALUE : whole);
  }
}
