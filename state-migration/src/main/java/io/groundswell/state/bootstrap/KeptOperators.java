package io.groundswell.state.bootstrap;

import io.groundswell.cep.host.Hosting;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.state.rewrite.Edits;
import java.io.IOException;
import java.util.Set;

/**
 * The operators of which a first savepoint has the whole state. All buckets have closed, so that
 * nothing waits in them, and no text either. What tells people of incidents is left out with its
 * incidents, which nobody was told of; so is whatever read the past.
 */
final class KeptOperators {
  private static final Set<String> KEPT =
      Set.of(
          Uids.DROP_DUPLICATES,
          Uids.KEEP_CHANGES,
          Uids.HEAR_VOICES,
          Uids.COUNT_MENTIONS,
          Uids.WATCH_FEEDS,
          Uids.SHARE_BUDGET,
          Uids.SAVE_FOR_CHANGES,
          Uids.LEARN_SEASONS,
          Uids.SCORE_BUCKETS,
          Hosting.UID);

  private KeptOperators() {}

  /**
   * What becomes of a savepoint that is only just written.
   *
   * @param closed the last moment whose bucket has closed, epoch milliseconds: the live job's
   *     source goes on from there
   */
  static Edits upTo(long closed) throws IOException {
    return new Edits().keepOnly(KEPT).coordinate(Uids.READ_POSTS, ClockedSource.begun(closed));
  }
}
