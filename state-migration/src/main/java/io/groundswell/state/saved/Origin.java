package io.groundswell.state.saved;

import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.Uids;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.base.MapSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;

/**
 * Which job a savepoint is of.
 *
 * @param version of what it remembers, such as {@code 0.3}
 * @param said what the job has said of itself, as {@link MadeBy} names it; empty of versions that
 *     said nothing, and of a job that has not read anything yet
 */
public record Origin(String version, SortedMap<String, String> said) {
  private static final String FIRST = "0.1";
  private static final String SECOND = "0.2";

  /**
   * Reads it.
   *
   * @throws UnfitSavepoint where the savepoint is not of the main job, or not canonical
   */
  public static Origin of(Savepoint savepoint) throws IOException, UnfitSavepoint {
    return find(savepoint)
        .orElseThrow(
            () ->
                new UnfitSavepoint(
                    savepoint.folder()
                        + ": it is of another job; name one of the main job ('run')"));
  }

  /**
   * Looks for it.
   *
   * @return empty where the savepoint is not of the main job
   * @throws UnfitSavepoint where it is not canonical
   */
  public static Optional<Origin> find(Savepoint savepoint) throws IOException, UnfitSavepoint {
    SortedMap<String, String> said = new TreeMap<>();
    boolean packed = false;
    boolean ours = false;
    for (OperatorState operator : savepoint.operators()) {
      switch (Savepoint.uid(operator)) {
        case Uids.WATCH_FEEDS -> read(operator, said);
        case Uids.SCORE_BUCKETS -> {
          ours = true;
          packed = Head.of(operator).containsKey(Uids.PACKED_WATCH);
        }
        default -> ours |= Savepoint.uid(operator).equals(Uids.READ_POSTS);
      }
    }
    String version = said.getOrDefault(MadeBy.STATE, packed ? SECOND : FIRST);
    return ours ? Optional.of(new Origin(version, said)) : Optional.empty();
  }

  private static void read(OperatorState operator, SortedMap<String, String> said)
      throws IOException, UnfitSavepoint {
    for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
      try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
        for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
          if (file.states().get(entry.state()).getName().equals(Uids.MADE_BY)) {
            Object value =
                ((MapSerializer<?, ?>) file.values(entry.state()))
                    .getValueSerializer()
                    .deserialize(
                        new DataInputDeserializer(entry.value(), 1, entry.value().length - 1));
            said.put(String.valueOf(file.about(entry).mapKey()), String.valueOf(value));
          }
        }
      }
    }
  }
}
