package io.groundswell.state.product;

import io.groundswell.jobs.surge.Uids;
import java.util.List;

/**
 * A state that knows products by its keys alone, and is learnt: what another product can take over.
 *
 * @param operator uid of its operator
 * @param state its name
 */
record Learned(String operator, String state) {
  static final List<Learned> ALL =
      List.of(
          new Learned(Uids.HEAR_VOICES, Uids.BACKGROUND),
          new Learned(Uids.SHARE_BUDGET, Uids.LAST_SEEN),
          new Learned(Uids.LEARN_SEASONS, Uids.HOUR_COUNTS),
          new Learned(Uids.SCORE_BUCKETS, Uids.PACKED_WATCH));
}
