package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/** What one operator gets of the keyed states of a task, in the order in which it lies there. */
final class Carried implements Entries {
  private final KeyedStates file;
  private final List<StateMetaInfoSnapshot> shapes = new ArrayList<>();
  private final List<@Nullable EntryEdit> edits = new ArrayList<>();
  private final List<Integer> numbers = new ArrayList<>();
  private boolean empty = true;

  /**
   * Begins.
   *
   * @param file from which it comes
   * @param from uid of the operator that had it
   * @param to uid of the operator that gets it
   */
  Carried(KeyedStates file, String from, String to, Edits all) {
    this.file = file;
    for (int state = 0; state < file.states().size(); state++) {
      String name = file.states().get(state).getName();
      StateEdit edit = all.of(from, name, file.isTimer(state));
      EntryEdit own =
          edit != null && edit.operator().equals(to) ? new EntryEdit(file, state, edit) : null;
      boolean carried = own != null && all.carries(name);
      edits.add(carried ? own : null);
      empty &= !carried;
      numbers.add(shapes.size());
      if (own != null) {
        shapes.add(own.shape());
      }
    }
  }

  @Override
  public List<StateMetaInfoSnapshot> shapes() {
    return shapes;
  }

  @Override
  public TypeSerializer<Object> keys() {
    return file.keys();
  }

  @Override
  public boolean compressed() {
    return file.compressed();
  }

  @Override
  public @Nullable KeyedEntry next() throws IOException {
    if (empty) {
      return null;
    }
    for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
      EntryEdit edit = edits.get(entry.state());
      byte[] value = edit == null ? null : edit.value(entry);
      if (value != null) {
        return new KeyedEntry(entry.group(), numbers.get(entry.state()), entry.composite(), value);
      }
    }
    return null;
  }
}
