package io.groundswell.state.product;

import io.groundswell.domain.surge.PackedWatch;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.state.saved.About;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.common.typeutils.base.array.BytePrimitiveArraySerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;

/**
 * What a savepoint has learnt of a product.
 *
 * @param lines as {@link IntoSavepoint} takes them
 * @param surging its subjects whose surge is under way
 */
public record KnownOf(List<String> lines, Set<String> surging) {

  /**
   * Takes it out of a savepoint.
   *
   * @param product its id, such as {@code firefox}
   * @throws UnfitSavepoint where the savepoint is not canonical
   */
  public static KnownOf of(Savepoint savepoint, String product) throws IOException, UnfitSavepoint {
    KnownOf found = new KnownOf(new ArrayList<>(), new TreeSet<>());
    KeysOf keys = new KeysOf(product);
    for (OperatorState operator : savepoint.operators()) {
      String uid = Savepoint.uid(operator);
      if (Learned.ALL.stream().anyMatch(learned -> learned.operator().equals(uid))) {
        for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
          try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
            found.take(uid, file, keys);
          }
        }
      }
    }
    return found;
  }

  private void take(String uid, KeyedStates file, KeysOf keys) throws IOException {
    for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
      Learned from = new Learned(uid, file.states().get(entry.state()).getName());
      if (Learned.ALL.contains(from)) {
        About about = file.about(entry);
        if (keys.hold(about)) {
          lines.add(new KnownEntry(from, about, entry.value()).line());
          see(from, about, entry.value());
        }
      }
    }
  }

  private void see(Learned from, About about, byte[] value) throws IOException {
    if (from.state().equals(Uids.PACKED_WATCH)
        && PackedWatch.unpack(
                BytePrimitiveArraySerializer.INSTANCE.deserialize(new DataInputDeserializer(value)))
            .open) {
      surging.add(about.key().toString());
    }
  }
}
