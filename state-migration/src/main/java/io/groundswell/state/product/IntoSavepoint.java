package io.groundswell.state.product;

import io.groundswell.state.rewrite.Addition;
import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.About;
import io.groundswell.state.saved.Head;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.jspecify.annotations.Nullable;

/** Puts what was learnt of a product into a savepoint, in the place of what is there of it. */
public final class IntoSavepoint {
  private final Edits edits = new Edits();
  private final Map<String, OperatorState> operators = new HashMap<>();
  private final Map<Learned, Set<About>> replaced = new HashMap<>();
  private final KeysOf keys;
  private final String as;

  /**
   * Prepares it.
   *
   * @param product its id where it was learnt
   * @param as its id from now on
   * @throws UnfitSavepoint where the job's jar does not say how state is written
   */
  public IntoSavepoint(String product, String as) throws IOException, UnfitSavepoint {
    this.keys = new KeysOf(product);
    this.as = as;
    for (OperatorState operator : Savepoint.shipped().operators()) {
      operators.put(Savepoint.uid(operator), operator);
    }
  }

  /**
   * Adds a line of {@link KnownOf}.
   *
   * @return whether it is one, of this product
   */
  public boolean add(String line) throws IOException, UnfitSavepoint {
    KnownEntry entry = KnownEntry.parse(line);
    if (entry == null || !keys.hold(entry.about())) {
      return false;
    }
    Object mapKey = entry.about().mapKey();
    About about =
        new About(keys.as(as, entry.about().key()), mapKey == null ? null : keys.as(as, mapKey));
    Learned to = entry.from();
    if (!replaced.containsKey(to)) {
      Set<About> all = new HashSet<>();
      replaced.put(to, all);
      edits.where(to.operator(), to.state(), known -> !all.contains(known));
    }
    Objects.requireNonNull(replaced.get(to)).add(about);
    edits.add(addition(to, about, entry.value()));
    return true;
  }

  @SuppressWarnings("unchecked") // The key was read with it.
  private Addition addition(Learned to, About about, byte[] value)
      throws IOException, UnfitSavepoint {
    OperatorState operator = Objects.requireNonNull(operators.get(to.operator()));
    Head head = Objects.requireNonNull(Head.of(operator).get(to.state()));
    TypeSerializer<Object> ofKeys =
        (TypeSerializer<Object>) Objects.requireNonNull(head.key()).restoreSerializer();
    return new Addition(
        to.operator(),
        operator.getMaxParallelism(),
        head.state(),
        ofKeys,
        about.key(),
        null,
        bytes(about.mapKey()),
        value);
  }

  private static byte @Nullable [] bytes(@Nullable Object mapKey) throws IOException {
    if (mapKey == null) {
      return null;
    }
    DataOutputSerializer out = new DataOutputSerializer(64);
    StringSerializer.INSTANCE.serialize(mapKey.toString(), out);
    return out.getCopyOfBuffer();
  }

  /** What becomes of the savepoint. */
  public Edits edits() {
    return edits;
  }
}
