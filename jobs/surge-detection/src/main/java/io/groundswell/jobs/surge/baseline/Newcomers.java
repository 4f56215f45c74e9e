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
import java.util.TreeMap;
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
  /** Product or component, by its key, and moment, to when it was added, epoch milliseconds. */
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
    Set<String> added = keys(rulings, ruling.from() + 1, state);
    added.removeAll(before);
    BroadcastState<String, Long> named = context.getBroadcastState(DESCRIPTOR);
    for (String key : added) {
      named.put(key + ' ' + ruling.from(), ruling.from());
    }
    long now = context.currentWatermark();
    forget(named, now, keys(rulings, now, state));
  }

  private static Set<String> keys(
      ToldRulings rulings, long time, ReadOnlyBroadcastState<String, Ruling> state)
      throws Exception {
    return new TreeSet<>(rulings.at(time, state).catalogue().subjectKeys());
  }

  /**
   * Forgets who is gone by now, and when those were added before who have come back since. Rulings
   * may be known long before the buckets for which they hold: what is to come changes nothing yet.
   */
  private static void forget(BroadcastState<String, Long> named, long now, Set<String> watched)
      throws Exception {
    Map<String, Long> last = new TreeMap<>();
    List<String> past = new ArrayList<>();
    for (Map.Entry<String, Long> entry : named.immutableEntries()) {
      if (entry.getValue() < now) {
        past.add(entry.getKey());
        last.merge(subject(entry.getKey()), entry.getValue(), Math::max);
      }
    }
    for (String key : past) {
      String subject = subject(key);
      if (!watched.contains(subject) || !key.equals(subject + ' ' + last.get(subject))) {
        named.remove(key);
      }
    }
  }

  private static String subject(String key) {
    return key.substring(0, key.lastIndexOf(' '));
  }

  /**
   * Since when a subject could be seen.
   *
   * @param key in whichever channel
   * @param end of its first bucket, epoch milliseconds
   * @return epoch milliseconds; {@link Long#MIN_VALUE} where it was there from the beginning
   */
  static long namedAt(ReadOnlyBroadcastState<String, Long> named, String key, long end)
      throws Exception {
    Subject subject = Subject.parse(Channel.subject(key));
    String product = subject.product();
    if (product == null) {
      return Long.MIN_VALUE;
    }
    Set<String> names = new TreeSet<>(Set.of(Subject.product(product).key()));
    if (subject.component() != null) {
      names.add(Subject.component(product, subject.component()).key());
    }
    long last = Long.MIN_VALUE;
    for (Map.Entry<String, Long> entry : named.immutableEntries()) {
      if (entry.getValue() < end && names.contains(subject(entry.getKey()))) {
        last = Math.max(last, entry.getValue());
      }
    }
    return last;
  }
}
