package io.groundswell.state.product;

import io.groundswell.state.rewrite.Edits;
import io.groundswell.state.saved.About;
import io.groundswell.state.saved.Head;
import io.groundswell.state.saved.KeyedEntry;
import io.groundswell.state.saved.KeyedStates;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorState;
import org.apache.flink.runtime.state.KeyGroupsSavepointStateHandle;

/** Has a savepoint forget a product. */
public final class Forgotten {
  private Forgotten() {}

  /**
   * Leaves out every entry whose key is the product's, in every operator.
   *
   * @param product its id
   */
  public static Edits of(Savepoint savepoint, String product) throws IOException, UnfitSavepoint {
    KeysOf keys = new KeysOf(product);
    Edits edits = new Edits();
    for (OperatorState operator : savepoint.operators()) {
      for (Map.Entry<String, Head> state : Head.of(operator).entrySet()) {
        if (state.getValue().key() != null) {
          edits.where(Savepoint.uid(operator), state.getKey(), (About about) -> !keys.hold(about));
        }
      }
    }
    return edits;
  }

  /**
   * Where a savepoint still names a product inside of what it knows by other keys: lists that wait
   * for their bucket, shares of a region, what others' incidents say.
   *
   * @return how many entries, by operator and state
   */
  public static Map<String, Integer> stillIn(Savepoint savepoint, String product)
      throws IOException, UnfitSavepoint {
    Map<String, Integer> mentions = new TreeMap<>();
    for (OperatorState operator : savepoint.operators()) {
      for (KeyGroupsSavepointStateHandle handle : Savepoint.keyed(operator)) {
        try (KeyedStates file = new KeyedStates(handle, operator.getMaxParallelism())) {
          for (KeyedEntry entry = file.next(); entry != null; entry = file.next()) {
            if (names(entry.composite(), product) || names(entry.value(), product)) {
              String state = file.states().get(entry.state()).getName();
              mentions.merge(Savepoint.uid(operator) + "/" + state, 1, Integer::sum);
            }
          }
        }
      }
    }
    return mentions;
  }

  /** Flink writes a letter of ASCII as one byte. */
  private static boolean names(byte[] bytes, String product) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(product);
  }
}
