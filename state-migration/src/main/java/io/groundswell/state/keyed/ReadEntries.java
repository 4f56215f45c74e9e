package io.groundswell.state.keyed;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.state.api.functions.KeyedStateReaderFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** All that an operator remembers, key by key. */
final class ReadEntries<K> extends KeyedStateReaderFunction<K, Entry> {
  private static final long serialVersionUID = 1;

  private final KeyedOperator<K> operator;
  private final Change change;
  private transient TypeSerializer<K> keys;
  private transient List<Reader> readers;

  ReadEntries(KeyedOperator<K> operator, Change change) {
    this.operator = operator;
    this.change = change;
  }

  @Override
  public void open(OpenContext context) {
    keys = operator.key().createSerializer(new SerializerConfigImpl());
    readers = new ArrayList<>();
    for (StateDescriptor<?, ?> descriptor : operator.states()) {
      readers.add(reader(getRuntimeContext(), descriptor, readers.size()));
    }
  }

  @Override
  public void readKey(K key, Context context, Collector<Entry> out) throws Exception {
    byte[] bytes = Bytes.of(keys, key);
    for (Reader reader : readers) {
      reader.read(bytes, out);
    }
    if (operator.timers()) {
      for (long time : context.registeredEventTimeTimers()) {
        out.collect(new Entry(bytes, Entry.TIMER, null, null, time));
      }
    }
  }

  private Reader reader(RuntimeContext context, StateDescriptor<?, ?> descriptor, int number) {
    if (descriptor instanceof ValueStateDescriptor<?> value) {
      return ofValue(context, value, number);
    }
    if (descriptor instanceof ListStateDescriptor<?> list) {
      return ofList(context, list, number);
    }
    return ofMap(context, (MapStateDescriptor<?, ?>) descriptor, number);
  }

  private <V> Reader ofValue(
      RuntimeContext context, ValueStateDescriptor<V> descriptor, int number) {
    ValueState<V> state = context.getState(descriptor);
    return (key, out) -> {
      V value = state.value();
      if (value != null) {
        out.collect(entry(key, number, null, descriptor.getSerializer(), value));
      }
    };
  }

  private <V> Reader ofList(RuntimeContext context, ListStateDescriptor<V> descriptor, int number) {
    ListState<V> state = context.getListState(descriptor);
    return (key, out) -> {
      for (V value : state.get()) {
        out.collect(entry(key, number, null, descriptor.getElementSerializer(), value));
      }
    };
  }

  private <U, V> Reader ofMap(
      RuntimeContext context, MapStateDescriptor<U, V> descriptor, int number) {
    MapState<U, V> state = context.getMapState(descriptor);
    return (key, out) -> {
      for (Map.Entry<U, V> pair : state.entries()) {
        byte[] user = Bytes.of(descriptor.getKeySerializer(), pair.getKey());
        out.collect(entry(key, number, user, descriptor.getValueSerializer(), pair.getValue()));
      }
    };
  }

  @SuppressWarnings("unchecked") // A change gives a value of the state that it is asked about.
  private <V> Entry entry(
      byte[] key, int number, byte @Nullable [] user, TypeSerializer<V> values, V value)
      throws IOException {
    String name = operator.states().get(number).getName();
    return new Entry(key, number, user, Bytes.of(values, (V) change.of(name, value)), 0);
  }

  /** Reads what the current key has of one state. */
  @FunctionalInterface
  private interface Reader {
    void read(byte[] key, Collector<Entry> out) throws Exception;
  }
}
