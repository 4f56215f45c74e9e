package io.groundswell.state.saved;

/**
 * One entry of an operator's keyed state, as Flink's backends write it.
 *
 * @param group its key group
 * @param state number of its state
 * @param composite key group, key, namespace and, of a map, the map's key
 * @param value the value's bytes; of a timer, none
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of them pass, and none is compared.
public record KeyedEntry(int group, int state, byte[] composite, byte[] value) {}
