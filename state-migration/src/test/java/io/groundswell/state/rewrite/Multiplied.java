package io.groundswell.state.rewrite;

import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.fs.local.LocalFileSystem;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.runtime.state.CompositeKeySerializationUtils;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;
import org.apache.flink.runtime.state.filesystem.FsCheckpointStreamFactory;
import org.apache.flink.runtime.state.metainfo.StateMetaInfoSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A savepoint with many subjects: in every operator that knows one of the given savepoint, they
 * have what it has.
 */
final class Multiplied implements Entries {
  private static final int BUFFER = 1 << 20;

  private final List<StateMetaInfoSnapshot> shapes;
  private final TypeSerializer<Object> keys;
  private final int groups;
  private final List<Model> models;
  private final NavigableMap<Integer, List<String>> subjects;
  private int group = -1;
  private int model;
  private int subject;

  /** An entry without its key. */
  @SuppressWarnings("ArrayRecordComponent") // None is compared.
  private record Model(int state, byte[] behindKey, byte[] value) {}

  private Multiplied(
      KeyedStates file,
      int groups,
      List<Model> models,
      NavigableMap<Integer, List<String>> subjects) {
    this.shapes = file.states();
    this.keys = file.keys();
    this.groups = groups;
    this.models = models;
    this.subjects = subjects;
  }

  /** Writes it. */
  static void write(Savepoint from, String like, int many, Path folder) throws Exception {
    Files.createDirectories(folder);
    org.apache.flink.core.fs.Path place =
        new org.apache.flink.core.fs.Path(folder.toUri().toString());
    FsCheckpointStreamFactory files =
        new FsCheckpointStreamFactory(LocalFileSystem.getSharedInstance(), place, place, 0, BUFFER);
    List<OperatorState> operators = new ArrayList<>();
    for (OperatorState operator : from.metadata().getOperatorStates()) {
      OperatorState larger = multiply(operator, like, many, files);
      operators.add(larger == null ? operator : larger);
    }
    CheckpointMetadata old = from.metadata();
    try (DataOutputStream out =
        new DataOutputStream(Files.newOutputStream(folder.resolve("_metadata")))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(
              old.getCheckpointId(), operators, List.of(), old.getCheckpointProperties()),
          out);
    }
  }

  private static @Nullable OperatorState multiply(
      OperatorState operator, String like, int many, FsCheckpointStreamFactory files)
      throws Exception {
    int groups = operator.getMaxParallelism();
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      try (KeyedStates file = new KeyedStates(handle, groups)) {
        List<Model> models = models(file, like);
        if (!models.isEmpty()) {
          return write(operator, new Multiplied(file, groups, models, spread(many, groups)), files);
        }
      }
    }
    return null;
  }

  private static OperatorState write(
      OperatorState operator, Multiplied entries, FsCheckpointStreamFactory files)
      throws IOException {
    int groups = operator.getMaxParallelism();
    OperatorState larger =
        new OperatorState(
            operator.getOperatorName().orElse(null),
            operator.getOperatorUid().orElse(null),
            operator.getOperatorID(),
            1,
            groups);
    OperatorSubtaskState first = operator.getState(0);
    larger.putState(
        0,
        (first == null ? OperatorSubtaskState.builder() : first.toBuilder())
            .setManagedKeyedState(
                WriteKeyed.write(entries, KeyGroupRange.of(0, groups - 1), files, new Sums()))
            .build());
    return larger;
  }

  private static List<Model> models(KeyedStates file, String like) throws IOException {
    List<Model> models = new ArrayList<>();
    for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
      if (!file.isTimer(entry.state())) {
        DataInputDeserializer in = file.behindGroup(entry.composite());
        if (like.equals(file.keys().deserialize(in))) {
          byte[] rest =
              Arrays.copyOfRange(entry.composite(), in.getPosition(), entry.composite().length);
          models.add(new Model(entry.state(), rest, entry.value()));
        }
      }
    }
    return models;
  }

  private static NavigableMap<Integer, List<String>> spread(int many, int groups) {
    NavigableMap<Integer, List<String>> spread = new TreeMap<>();
    for (int number = 0; number < many; number++) {
      String subject = "product-" + number + "@IT";
      spread
          .computeIfAbsent(
              KeyGroupRangeAssignment.assignToKeyGroup(subject, groups), id -> new ArrayList<>())
          .add(subject);
    }
    return spread;
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
  public @Nullable KeyedEntry next() throws IOException {
    List<String> here = subjects.getOrDefault(group, List.of());
    if (subject == here.size()) {
      subject = 0;
      model++;
    }
    if (here.isEmpty() || model == models.size()) {
      Integer following = subjects.higherKey(group);
      if (following == null) {
        return null;
      }
      group = following;
      model = 0;
      subject = 0;
    }
    Model one = models.get(model);
    String key = subjects.getOrDefault(group, List.of()).get(subject++);
    DataOutputSerializer out = new DataOutputSerializer(128);
    CompositeKeySerializationUtils.writeKeyGroup(
        group, CompositeKeySerializationUtils.computeRequiredBytesInKeyGroupPrefix(groups), out);
    keys.serialize(key, out);
    out.write(one.behindKey());
    return new KeyedEntry(group, one.state(), out.getCopyOfBuffer(), one.value());
  }
}
