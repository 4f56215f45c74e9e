package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.StateShape;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.ListDelimitedSerializer;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot.CommonSerializerKeys;
import org.jspecify.annotations.Nullable;

/** Carries the entries of one state over, as an edit says. */
@SuppressWarnings("unchecked") // Values come from the serializer that they go to.
final class EntryEdit {
  private static final int USUAL = 256;

  private final KeyedStates file;
  private final int number;
  private final StateEdit edit;
  private final StateShape.Kind kind;
  private final DataOutputSerializer buffer = new DataOutputSerializer(USUAL);
  private final ListDelimitedSerializer lists = new ListDelimitedSerializer();

  EntryEdit(KeyedStates file, int number, StateEdit edit) {
    this.file = file;
    this.number = number;
    this.edit = edit;
    this.kind = StateShape.kind(file.states().get(number));
  }

  String name() {
    return edit.name();
  }

  /** What the state is, as its new operator will read it. */
  StateMetaInfoSnapshot shape() {
    StateMetaInfoSnapshot read = file.states().get(number);
    if (edit.values() == null && edit.name().equals(read.getName())) {
      return read;
    }
    Map<String, TypeSerializerSnapshot<?>> snapshots =
        new HashMap<>(read.getSerializerSnapshotsImmutable());
    if (edit.values() != null) {
      snapshots.put(
          CommonSerializerKeys.VALUE_SERIALIZER.toString(),
          whole(edit.values()).snapshotConfiguration());
    }
    return new StateMetaInfoSnapshot(
        edit.name(), read.getBackendStateType(), read.getOptionsImmutable(), snapshots);
  }

  private TypeSerializer<?> whole(TypeSerializer<?> values) {
    return switch (kind) {
      case LIST -> new ListSerializer<>(values);
      case MAP ->
          new MapSerializer<>(
              ((MapSerializer<Object, Object>) file.values(number)).getKeySerializer(),
              (TypeSerializer<Object>) values);
      default -> values;
    };
  }

  /** The bytes of the value that is written; null where the entry is left out. */
  byte @Nullable [] value(KeyedEntry entry) throws IOException {
    if (edit.kept() != null && !edit.kept().test(file.about(entry))) {
      return null;
    }
    UnaryOperator<@Nullable Object> change = edit.change();
    if (change == null) {
      return entry.value();
    }
    return switch (kind) {
      case LIST -> ofList(entry.value(), change);
      case MAP -> ofMap(entry.value(), change);
      default -> ofValue(entry.value(), change);
    };
  }

  private byte @Nullable [] ofValue(byte[] value, UnaryOperator<@Nullable Object> change)
      throws IOException {
    TypeSerializer<Object> read = (TypeSerializer<Object>) file.values(number);
    Object changed = change.apply(read.deserialize(new DataInputDeserializer(value)));
    if (changed == null) {
      return null;
    }
    buffer.clear();
    written(read).serialize(changed, buffer);
    return buffer.getCopyOfBuffer();
  }

  private byte @Nullable [] ofList(byte[] value, UnaryOperator<@Nullable Object> change)
      throws IOException {
    TypeSerializer<Object> read =
        ((ListSerializer<Object>) file.values(number)).getElementSerializer();
    List<Object> changed = new ArrayList<>();
    for (Object element : lists.deserializeList(value, read)) {
      Object other = change.apply(element);
      if (other != null) {
        changed.add(other);
      }
    }
    return changed.isEmpty() ? null : lists.serializeList(changed, written(read));
  }

  /** A map's value stands behind a mark that says whether it is null. */
  private byte @Nullable [] ofMap(byte[] value, UnaryOperator<@Nullable Object> change)
      throws IOException {
    DataInputDeserializer in = new DataInputDeserializer(value);
    if (in.readBoolean()) {
      return value;
    }
    TypeSerializer<Object> read =
        ((MapSerializer<?, Object>) file.values(number)).getValueSerializer();
    Object changed = change.apply(read.deserialize(in));
    if (changed == null) {
      return null;
    }
    buffer.clear();
    buffer.writeBoolean(false);
    written(read).serialize(changed, buffer);
    return buffer.getCopyOfBuffer();
  }

  private TypeSerializer<Object> written(TypeSerializer<Object> read) {
    return edit.values() == null ? read : (TypeSerializer<Object>) edit.values();
  }
}
