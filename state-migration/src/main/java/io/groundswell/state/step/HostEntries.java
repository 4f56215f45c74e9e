package io.groundswell.state.step;

import io.groundswell.cep.Link;
import io.groundswell.cep.host.OpenRun;
import io.groundswell.cep.host.OpenRuns;
import io.groundswell.cep.host.PatternKey;
import io.groundswell.domain.pattern.PatternSet;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.state.rewrite.Addition;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.step.BegunMatches.Old;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.state.StateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.cep.nfa.NFAStateSerializer;
import org.apache.flink.cep.nfa.sharedbuffer.EventId;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable;
import org.apache.flink.cep.nfa.sharedbuffer.Lockable.LockableTypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/** Entries of the host of all patterns, as version 0.4 keeps them. */
final class HostEntries {
  private static final String HOST = "host-patterns";
  private static final String AUTOMATON = "partial-matches";
  private static final String RUNS = "open-runs";
  private static final String WAITING = "waiting-signals";
  private static final String TIMERS = "moments";
  private static final String BUFFERED = "sharedBuffer-events";
  private static final int USUAL = 256;

  /** Before a buffered bucket: the mark of a value that is null, and how many refer to it. */
  private static final int BEFORE_BUCKET = 1 + Integer.BYTES;

  private final Edits edits;
  private final int maxParallelism;
  private final TypeSerializer<PatternKey> keys = serializer(PatternKey.class);
  private final TypeSerializer<Signal> signals = serializer(Signal.class);
  private final TypeSerializer<OpenRuns> runs = serializer(OpenRuns.class);
  private final Map<PatternKey, List<OpenRun>> begun =
      new TreeMap<>(Comparator.comparing(PatternKey::over).thenComparing(PatternKey::group));

  HostEntries(Edits edits, int maxParallelism) {
    this.edits = edits;
    this.maxParallelism = maxParallelism;
  }

  /** Matches have begun in a group, at these moments. */
  void begin(Old old, String group, Collection<Long> starts) {
    OpenRun run = new OpenRun(old.pattern(), PatternSet.ALWAYS);
    begun.computeIfAbsent(alone(old, group), key -> new ArrayList<>()).add(run);
    if (!old.within().isZero()) {
      for (long start : starts) {
        edits.add(timer(key(old, group), start + old.within().toMillis()));
      }
    }
  }

  boolean hasBegun(Old old, String group) {
    return begun.getOrDefault(alone(old, group), List.of()).stream()
        .anyMatch(run -> run.pattern().equals(old.pattern()));
  }

  void addAutomaton(Old old, String group, byte[] value) {
    StateMetaInfoSnapshot state =
        Addition.shape(StateDescriptor.Type.VALUE, AUTOMATON, new NFAStateSerializer());
    edits.add(entry(state, key(old, group), null, value));
  }

  /**
   * Adds an entry of the shared buffer.
   *
   * @param mapKey the bytes of its key in the map
   */
  void addBuffered(Old old, String group, KeyedStates file, KeyedEntry entry, byte[] mapKey)
      throws IOException {
    StateMetaInfoSnapshot state = file.states().get(entry.state());
    byte[] value = entry.value();
    if (state.getName().equals(BUFFERED)) {
      state =
          Addition.shape(
              StateDescriptor.Type.MAP,
              BUFFERED,
              new MapSerializer<>(
                  EventId.EventIdSerializer.INSTANCE, new LockableTypeSerializer<>(signals)));
      value = buffered(old, group, ofMap(file, entry), value);
    }
    edits.add(entry(state, key(old, group), mapKey, value));
  }

  private byte[] buffered(Old old, String group, TypeSerializer<?> lockables, byte[] value)
      throws IOException {
    Object item =
        ((Lockable<?>) lockables.deserialize(new DataInputDeserializer(value, 1, value.length - 1)))
            .getElement();
    DataOutputSerializer out = new DataOutputSerializer(value.length + USUAL);
    out.write(value, 0, BEFORE_BUCKET);
    signals.serialize(signal(old, group, item), out);
    return out.getCopyOfBuffer();
  }

  /**
   * Adds buckets that wait for the watermark.
   *
   * @param moment their time stamp
   */
  void addWaiting(Old old, String group, long moment, KeyedStates file, KeyedEntry entry)
      throws IOException {
    byte[] value = entry.value();
    List<Signal> waiting = new ArrayList<>();
    for (Object item :
        (List<?>)
            ofMap(file, entry).deserialize(new DataInputDeserializer(value, 1, value.length - 1))) {
      waiting.add(signal(old, group, item));
    }
    ListSerializer<Signal> lists = new ListSerializer<>(signals);
    DataOutputSerializer out = new DataOutputSerializer(value.length + USUAL);
    out.writeBoolean(false); // The mark of a value that is null.
    lists.serialize(waiting, out);
    StateMetaInfoSnapshot state =
        Addition.shape(
            StateDescriptor.Type.MAP, WAITING, new MapSerializer<>(LongSerializer.INSTANCE, lists));
    PatternKey key = alone(old, group);
    edits.add(entry(state, key, bytes(LongSerializer.INSTANCE, moment), out.getCopyOfBuffer()));
    edits.add(timer(key, moment));
  }

  /** Adds which patterns have begun in which group; after all of them. */
  void addRuns() throws IOException {
    StateMetaInfoSnapshot state = Addition.shape(StateDescriptor.Type.VALUE, RUNS, runs);
    for (Map.Entry<PatternKey, List<OpenRun>> group : begun.entrySet()) {
      edits.add(entry(state, group.getKey(), null, bytes(runs, new OpenRuns(group.getValue()))));
    }
  }

  private static TypeSerializer<?> ofMap(KeyedStates file, KeyedEntry entry) {
    return ((MapSerializer<?, ?>) file.values(entry.state())).getValueSerializer();
  }

  private static Signal signal(Old old, String group, Object item) {
    return item instanceof Link link
        ? Signal.of(link.upstream(), link.downstream(), link.bucket())
        : new Signal(old.over(), group, (ScoredBucket) item);
  }

  private static PatternKey alone(Old old, String group) {
    return new PatternKey(old.over(), group, "", 0);
  }

  private static PatternKey key(Old old, String group) {
    return new PatternKey(old.over(), group, old.pattern(), PatternSet.ALWAYS);
  }

  private Addition timer(PatternKey key, long due) {
    return Addition.timer(HOST, maxParallelism, TIMERS, keys, key, due);
  }

  @SuppressWarnings("unchecked") // The key is given beside it.
  private Addition entry(
      StateMetaInfoSnapshot state, PatternKey key, byte @Nullable [] mapKey, byte[] value) {
    return new Addition(
        HOST,
        maxParallelism,
        state,
        (TypeSerializer<Object>) (TypeSerializer<?>) keys,
        key,
        null,
        mapKey,
        value);
  }

  private static <T> byte[] bytes(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(USUAL);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  private static <T> TypeSerializer<T> serializer(Class<T> type) {
    return TypeInformation.of(type).createSerializer(new SerializerConfigImpl());
  }
}
