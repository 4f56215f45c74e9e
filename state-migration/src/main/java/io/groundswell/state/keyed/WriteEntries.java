package io.groundswell.state.keyed;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.state.api.functions.KeyedStateBootstrapFunction;

/** Puts what was read into an operator's state again. */
final class WriteEntries<K> extends KeyedStateBootstrapFunction<K, Entry> {
  private static final long serialVersionUID = 1;

  private final KeyedOperator<K> operator;
  private transient List<Writer> writers;

  WriteEntries(KeyedOperator<K> operator) {
    this.operator = operator;
  }

  @Override
  public void open(OpenContext context) {
    writers = new ArrayList<>();
    for (StateDescriptor<?, ?> descriptor : operator.states()) {
      writers.add(writer(getRuntimeContext(), descriptor));
    }
  }

  @Override
  public void processElement(Entry entry, Context context) throws Exception {
    if (entry.state() == Entry.TIMER) {
      context.timerService().registerEventTimeTimer(entry.time());
    } else {
      writers.get(entry.state()).write(entry);
    }
  }

  private static Writer writer(RuntimeContext context, StateDescriptor<?, ?> descriptor) {
    if (descriptor instanceof ValueStateDescriptor<?> value) {
      return ofValue(context, value);
    }
    if (descriptor instanceof ListStateDescriptor<?> list) {
      return ofList(context, list);
    }
    return ofMap(context, (MapStateDescriptor<?, ?>) descriptor);
  }

  private static <V> Writer ofValue(RuntimeContext context, ValueStateDescriptor<V> descriptor) {
    ValueState<V> state = context.getState(descriptor);
    return entry -> state.update(Bytes.read(descriptor.getSerializer(), value(entry)));
  }

  private static <V> Writer ofList(RuntimeContext context, ListStateDescriptor<V> descriptor) {
    ListState<V> state = context.getListState(descriptor);
    return entry -> state.add(Bytes.read(descriptor.getElementSerializer(), value(entry)));
  }

  private static <U, V> Writer ofMap(RuntimeContext context, MapStateDescriptor<U, V> descriptor) {
    MapState<U, V> state = context.getMapState(descriptor);
    return entry ->
        state.put(
            Bytes.read(descriptor.getKeySerializer(), Objects.requireNonNull(entry.userKey())),
            Bytes.read(descriptor.getValueSerializer(), value(entry)));
  }

  private static byte[] value(Entry entry) {
    return Objects.requireNonNull(entry.value());
  }

  /** Writes a value of one state for the current key. */
  @FunctionalInterface
  private interface Writer {
    void write(Entry entry) throws Exception;
  }
}
