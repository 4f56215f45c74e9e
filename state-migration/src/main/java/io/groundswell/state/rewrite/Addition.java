package io.groundswell.state.rewrite;

import java.io.IOException;
import org.apache.flink.api.common.ExecutionConfig;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.CompositeKeySerializationUtils;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.RegisteredKeyValueStateBackendMetaInfo;
import org.apache.flink.runtime.state.RegisteredPriorityQueueStateBackendMetaInfo;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.streaming.api.operators.TimerSerializer;
import org.apache.flink.util.MathUtils;
import org.jspecify.annotations.Nullable;

/**
 * An entry that is added to an operator's keyed state.
 *
 * @param operator its uid
 * @param maxParallelism the operator's number of key groups
 * @param state of which it is one
 * @param keys what the operator's keys are written with
 * @param key the operator's key
 * @param due of a timer, when it is due, epoch milliseconds; else null
 * @param mapKey of a map, the bytes of the key in it; else null
 * @param value the value's bytes, as Flink's backends write them
 */
@SuppressWarnings("ArrayRecordComponent") // None is compared.
public record Addition(
    String operator,
    int maxParallelism,
    StateMetaInfoSnapshot state,
    TypeSerializer<Object> keys,
    Object key,
    @Nullable Long due,
    byte @Nullable [] mapKey,
    byte[] value) {
  private static final int USUAL = 64;

  /** An entry of a map. */
  @SuppressWarnings("unchecked") // A key of that type is given beside it.
  public static <K, U, V> Addition toMap(
      String operator,
      int maxParallelism,
      MapStateDescriptor<U, V> map,
      TypeInformation<K> keyType,
      K key,
      U mapKey,
      V value)
      throws IOException {
    SerializerConfigImpl config = new SerializerConfigImpl();
    map.initializeSerializerUnlessSet(new ExecutionConfig());
    DataOutputSerializer out = new DataOutputSerializer(USUAL);
    out.writeBoolean(false); // The mark of a value that is null.
    map.getValueSerializer().serialize(value, out);
    DataOutputSerializer inMap = new DataOutputSerializer(USUAL);
    map.getKeySerializer().serialize(mapKey, inMap);
    return new Addition(
        operator,
        maxParallelism,
        shape(map),
        (TypeSerializer<Object>) keyType.createSerializer(config),
        key,
        null,
        inMap.getCopyOfBuffer(),
        out.getCopyOfBuffer());
  }

  /**
   * An event-time timer.
   *
   * @param timers as the operator calls its timers
   * @param due when, epoch milliseconds
   */
  @SuppressWarnings("unchecked") // A key of that type is given beside it.
  public static <K> Addition timer(
      String operator, int maxParallelism, String timers, TypeSerializer<K> keys, K key, long due) {
    StateMetaInfoSnapshot queue =
        new RegisteredPriorityQueueStateBackendMetaInfo<>(
                "_timer_state/event_" + timers,
                new TimerSerializer<>(keys, VoidNamespaceSerializer.INSTANCE))
            .snapshot();
    return new Addition(
        operator,
        maxParallelism,
        queue,
        (TypeSerializer<Object>) keys,
        key,
        due,
        null,
        new byte[0]);
  }

  private static StateMetaInfoSnapshot shape(StateDescriptor<?, ?> descriptor) {
    return shape(descriptor.getType(), descriptor.getName(), descriptor.getSerializer());
  }

  /** How a state's entries are written. */
  public static StateMetaInfoSnapshot shape(
      StateDescriptor.Type type, String name, TypeSerializer<?> values) {
    return new RegisteredKeyValueStateBackendMetaInfo<>(
            type, name, VoidNamespaceSerializer.INSTANCE, values)
        .snapshot();
  }

  /** The same of another key. */
  Addition withKey(Object other) {
    return new Addition(operator, maxParallelism, state, keys, other, due, mapKey, value);
  }

  /** Its key group. */
  int group() {
    return KeyGroupRangeAssignment.assignToKeyGroup(key, maxParallelism);
  }

  /** Key group, moment, key, namespace and a map's key, as Flink's backends write them. */
  byte[] composite() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL);
    CompositeKeySerializationUtils.writeKeyGroup(
        group(),
        CompositeKeySerializationUtils.computeRequiredBytesInKeyGroupPrefix(maxParallelism),
        out);
    if (due != null) {
      out.writeLong(MathUtils.flipSignBit(due));
    }
    keys.serialize(key, out);
    VoidNamespaceSerializer.INSTANCE.serialize(VoidNamespace.INSTANCE, out);
    if (mapKey != null) {
      out.write(mapKey);
    }
    return out.getCopyOfBuffer();
  }
}
