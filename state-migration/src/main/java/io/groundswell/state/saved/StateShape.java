package io.groundswell.state.saved;

import java.util.Locale;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonOptionsKeys;
import org.jspecify.annotations.Nullable;

/**
 * One state of an operator in a savepoint, and how much of it there is.
 *
 * @param name as the operator calls it
 * @param kind what Flink does with it
 * @param key type of the operator's key; null where the state has none
 * @param type type of its values; of a map, of its keys and values
 * @param keys how many keys have some of it; 0 where it has none
 * @param entries a value and a list are one, of a map each of its entries
 * @param bytes what these take, keys included
 */
public record StateShape(
    String name,
    Kind kind,
    @Nullable String key,
    String type,
    long keys,
    long entries,
    long bytes) {

  /** What Flink does with a state. */
  public static Kind kind(StateMetaInfoSnapshot state) {
    return switch (state.getBackendStateType()) {
      case PRIORITY_QUEUE -> Kind.TIMERS;
      case OPERATOR -> Kind.DEALT;
      case BROADCAST -> Kind.BROADCAST;
      default ->
          Kind.valueOf(
              state.getOption(CommonOptionsKeys.KEYED_STATE_TYPE).toUpperCase(Locale.ROOT));
    };
  }

  /** What Flink does with a state. */
  public enum Kind {
    /** Of a key: one value. */
    VALUE,
    /** Of a key: a list. */
    LIST,
    /** Of a key: a map. */
    MAP,
    /** Of a key: a sum. */
    REDUCING,
    /** Of a key: an aggregate. */
    AGGREGATING,
    /** Of a key: when it wants to be called. */
    TIMERS,
    /** Of a task: a list that is dealt out anew. */
    DEALT,
    /** Of every task the same: a map. */
    BROADCAST;

    /** The word for it, such as {@code value}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
