package io.groundswell.state.keyed;

import org.jspecify.annotations.Nullable;

/**
 * One value of a key, or one of its timers, in the bytes of their serializers.
 *
 * @param key bytes of the key
 * @param state which of the operator's states, counted from 0; {@link #TIMER} for a timer
 * @param userKey bytes of a map's key; null in other states
 * @param value bytes of the value; null of a timer
 * @param time of a timer in event time, epoch milliseconds; else 0
 */
public record Entry(
    byte[] key, int state, byte @Nullable [] userKey, byte @Nullable [] value, long time) {
  /** In the place of a state: a timer. */
  static final int TIMER = -1;
}
