package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/** Entries of several sources as one, by key group; savepoints have one file for each task. */
final class Merged implements Entries {
  private final List<Entries> sources;
  private final List<@Nullable KeyedEntry> heads = new ArrayList<>();
  private final List<StateMetaInfoSnapshot> shapes = new ArrayList<>();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * Begins.
   *
   * @param sources at least one; the first one's word counts for what they have in common
   */
  Merged(List<Entries> sources) throws IOException {
    this.sources = sources;
    for (Entries source : sources) {
      for (StateMetaInfoSnapshot shape : source.shapes()) {
        if (numbers.putIfAbsent(shape.getName(), shapes.size()) == null) {
          shapes.add(shape);
        }
      }
      heads.add(source.next());
    }
  }

  @Override
  public List<StateMetaInfoSnapshot> shapes() {
    return shapes;
  }

  @Override
  public TypeSerializer<Object> keys() {
    return sources.get(0).keys();
  }

  @Override
  public boolean compressed() {
    return sources.get(0).compressed();
  }

  @Override
  public @Nullable KeyedEntry next() throws IOException {
    int least = -1;
    KeyedEntry first = null;
    for (int source = 0; source < sources.size(); source++) {
      KeyedEntry head = heads.get(source);
      if (head != null && (first == null || head.group() < first.group())) {
        least = source;
        first = head;
      }
    }
    if (first == null) {
      return null;
    }
    heads.set(least, sources.get(least).next());
    String state = sources.get(least).shapes().get(first.state()).getName();
    return new KeyedEntry(
        first.group(), numbers.getOrDefault(state, 0), first.composite(), first.value());
  }
}
