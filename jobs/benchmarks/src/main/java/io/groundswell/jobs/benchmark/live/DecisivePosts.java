package io.groundswell.jobs.benchmark.live;

import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.surge.Budget;
import io.groundswell.domain.surge.Shares;
import io.groundswell.domain.surge.WatchRules;
import io.groundswell.domain.volume.Buckets;
import io.groundswell.jobs.benchmark.feed.Invented;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The decisive posts of a load that has been sent, on its first day. */
final class DecisivePosts {
  private final Map<Integer, List<Long>> times = new HashMap<>();
  private final DecisivePost decisive;

  /** Of these complaints, the first of which began the feed. */
  DecisivePosts(List<LiveLoad.Sent> complaints, Policy policy) {
    for (LiveLoad.Sent sent : complaints) {
      times.computeIfAbsent(sent.product(), product -> new ArrayList<>()).add(sent.at());
    }
    decisive =
        new DecisivePost(
            WatchRules.of(policy, Invented.catalogue()),
            new FirstDay(Invented.catalogue().subjectKeys().size()),
            policy.minAuthors(),
            Buckets.start(complaints.get(0).at(), policy.bucket().toMillis()));
  }

  /**
   * When the decisive post of an incident was sent.
   *
   * @param detected end of the bucket that opened it, epoch milliseconds
   * @return epoch milliseconds; empty where that bucket would have opened none
   */
  OptionalLong of(String product, long detected) {
    return decisive.of(times.getOrDefault(Invented.position(product), List.of()), detected);
  }

  /** Products and their parts share their part of the budget; the feed names no places. */
  private record FirstDay(int subjects) implements Shares {
    @Override
    public int watchedOn(int day) {
      return subjects;
    }

    @Override
    public double part() {
      return Budget.WHOLES;
    }
  }
}
