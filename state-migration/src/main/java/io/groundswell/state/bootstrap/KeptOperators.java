package io.groundswell.state.bootstrap;

import io.groundswell.cep.AcrossPatterns;
import io.groundswell.cep.SurgePattern;
import io.groundswell.cep.host.Hosting;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.jobs.surge.Uids;
import io.groundswell.jobs.surge.connector.kafka.ClockedSource;
import io.groundswell.state.rewrite.Edits;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The operators of which a first savepoint has the whole state. All buckets have closed, so that
 * nothing waits in them, and no text either. What tells people of incidents is left out with its
 * incidents, which nobody was told of; so is whatever read the past.
 */
final class KeptOperators {
  private static final List<String> LEARNING =
      List.of(
          Uids.DROP_DUPLICATES,
          Uids.KEEP_CHANGES,
          Uids.HEAR_VOICES,
          Uids.COUNT_MENTIONS,
          Uids.WATCH_FEEDS,
          Uids.SHARE_BUDGET,
          Uids.SAVE_FOR_CHANGES,
          Uids.LEARN_SEASONS,
          Uids.SCORE_BUCKETS);

  private KeptOperators() {}

  /**
   * What becomes of a savepoint that is only just written.
   *
   * @param closed the last moment whose bucket has closed, epoch milliseconds: the live job's
   *     source goes on from there
   */
  static Edits upTo(long closed) throws IOException {
    return new Edits().keepOnly(uids()).coordinate(Uids.READ_POSTS, ClockedSource.begun(closed));
  }

  private static Set<String> uids() {
    WatchRules any = WatchRules.of(Policy.defaults(), Catalogue.none());
    return Stream.of(
            LEARNING.stream(),
            PatternId.OF_ONE.stream().map(id -> SurgePattern.of(id, any).uid()),
            AcrossPatterns.UIDS.stream(),
            Stream.of(Hosting.UID))
        .flatMap(uids -> uids)
        .collect(Collectors.toSet());
  }
}
