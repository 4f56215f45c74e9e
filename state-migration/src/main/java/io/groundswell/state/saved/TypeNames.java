package io.groundswell.state.saved;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.ListSerializer;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.state.ArrayListSerializer;
import org.jspecify.annotations.Nullable;

/** What a savepoint's types are called, for people. */
final class TypeNames {
  private static final String SERIALIZER = "Serializer";
  private static final int INITIAL = 1_024;

  private TypeNames() {}

  /** The type that a savepoint was written with; {@code ?} where it says none. */
  static String of(@Nullable TypeSerializerSnapshot<?> snapshot) {
    if (snapshot == null) {
      return "?";
    }
    try {
      return of(snapshot.restoreSerializer());
    } catch (RuntimeException | LinkageError unknown) {
      // Its class is gone; what read it is all that is left to say.
      return simple(snapshot.getClass());
    }
  }

  /** The type that a serializer is for. */
  static String of(TypeSerializer<?> serializer) {
    if (serializer instanceof ListSerializer<?> list) {
      return "list of " + of(list.getElementSerializer());
    }
    if (serializer instanceof ArrayListSerializer<?> list) {
      return "list of " + of(list.getElementSerializer());
    }
    if (serializer instanceof MapSerializer<?, ?> map) {
      return "map of " + of(map.getKeySerializer()) + " to " + of(map.getValueSerializer());
    }
    if (serializer instanceof PojoSerializer<?>) {
      return pojo(serializer.snapshotConfiguration());
    }
    Object instance = instance(serializer);
    return simple(instance == null ? serializer.getClass() : instance.getClass());
  }

  /** Its snapshot begins with the name of the class; nothing else tells that of a record. */
  private static String pojo(TypeSerializerSnapshot<?> snapshot) {
    try {
      DataOutputSerializer out = new DataOutputSerializer(INITIAL);
      snapshot.writeSnapshot(out);
      String name = new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()).readUTF();
      return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Object instance(TypeSerializer<?> serializer) {
    try {
      return serializer.createInstance();
    } catch (RuntimeException noneByItself) {
      return null;
    }
  }

  private static String simple(Class<?> type) {
    String name = type.getSimpleName();
    return name.endsWith(SERIALIZER)
        ? name.substring(0, name.length() - SERIALIZER.length())
        : name;
  }
}
