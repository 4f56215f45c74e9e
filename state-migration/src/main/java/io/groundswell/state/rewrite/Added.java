package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/** Entries that are added to an operator. */
final class Added implements Entries {
  private final List<StateMetaInfoSnapshot> shapes = new ArrayList<>();
  private final Deque<KeyedEntry> entries;
  private final TypeSerializer<Object> keys;

  /**
   * Sorts them.
   *
   * @param additions at least one, all of the same operator
   */
  Added(List<Addition> additions) throws IOException {
    this.keys = additions.get(0).keys();
    Map<String, Integer> numbers = new LinkedHashMap<>();
    List<KeyedEntry> all = new ArrayList<>();
    for (Addition one : additions) {
      Integer number = numbers.get(one.state().getName());
      if (number == null) {
        number = shapes.size();
        numbers.put(one.state().getName(), number);
        shapes.add(one.state());
      }
      all.add(new KeyedEntry(one.group(), number, one.composite(), one.value()));
    }
    all.sort(Comparator.comparingInt(KeyedEntry::group).thenComparingInt(KeyedEntry::state));
    this.entries = new ArrayDeque<>(all);
  }

  @Override
  public List<StateMetaInfoSnapshot> shapes() {
    return shapes;
  }

  @Override
  public TypeSerializer<Object> keys() {
    return keys;
  }

  @Override
  public boolean compressed() {
    return false;
  }

  @Override
  public @Nullable KeyedEntry next() {
    return entries.poll();
  }
}
