package io.groundswell.state.rewrite;

import io.groundswell.state.saved.About;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one keyed state.
 *
 * @param operator uid of the operator that has it from now on
 * @param name what it is called from now on
 * @param values what its values are written with from now on: of a list its elements, of a map its
 *     values; null where they stay as they are
 * @param change what becomes of each value; null where it stays as it is; where it gives null, the
 *     entry is left out
 * @param kept which entries are carried over; null for all
 */
record StateEdit(
    String operator,
    String name,
    @Nullable TypeSerializer<?> values,
    @Nullable UnaryOperator<@Nullable Object> change,
    @Nullable Predicate<About> kept) {

  static StateEdit none(String operator, String name) {
    return new StateEdit(operator, name, null, null, null);
  }

  StateEdit to(String uid) {
    return new StateEdit(uid, name, values, change, kept);
  }

  StateEdit as(
      String newName, @Nullable TypeSerializer<?> newValues, UnaryOperator<@Nullable Object> how) {
    return new StateEdit(operator, newName, newValues, how, kept);
  }

  StateEdit where(Predicate<About> which) {
    Predicate<About> before = kept;
    return new StateEdit(
        operator, name, values, change, before == null ? which : before.and(which));
  }
}
