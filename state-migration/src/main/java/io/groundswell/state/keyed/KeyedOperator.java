package io.groundswell.state.keyed;

import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * An operator with keyed state: values, lists and maps.
 *
 * @param uid its identity in savepoints
 * @param maxParallelism its number of key groups
 * @param key type of its key
 * @param states those of its states that are looked at
 * @param timers whether its timers are, too
 */
public record KeyedOperator<K>(
    String uid,
    int maxParallelism,
    TypeInformation<K> key,
    List<StateDescriptor<?, ?>> states,
    boolean timers)
    implements Serializable {}
