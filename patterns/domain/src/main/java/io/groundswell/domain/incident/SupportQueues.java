package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The support queues that incidents are measured against.
 *
 * @param byCause by what groups subjects into one incident, those that the buckets, matches and
 *     incidents at hand concern; changed in place
 * @param read whether any support contact has ever been seen
 */
public record SupportQueues(Map<String, SupportQueue> byCause, boolean read) {
  private static final Comparator<ScoredBucket> EARLIEST =
      Comparator.comparingLong((ScoredBucket bucket) -> bucket.surge().onset())
          .thenComparing(ScoredBucket::subject);

  /**
   * What groups subjects into one incident, and one queue: a product, or a region over all
   * products.
   */
  public static String cause(String subject) {
    String product = Subject.parse(subject).product();
    return product == null ? subject : product;
  }

  /** Takes in what a closed bucket brought of the queue; the rest is passed over. */
  void add(List<ScoredBucket> buckets, List<SurgeMatch> matches) {
    for (ScoredBucket bucket : buckets) {
      String subject = Channel.subject(bucket.subject());
      if (Channel.SUPPORT.holds(bucket.subject()) && subject.equals(cause(subject))) {
        queue(bucket).add(bucket);
      }
    }
    List<ScoredBucket> turns =
        matches.stream()
            .map(SurgeMatch::last)
            .filter(bucket -> Channel.SUPPORT.holds(bucket.subject()))
            .sorted(EARLIEST)
            .toList();
    turns.stream().filter(SupportQueues::opens).forEach(bucket -> queue(bucket).opens(bucket));
    turns.stream()
        .filter(bucket -> bucket.turn() == Turn.RESOLVES)
        .forEach(bucket -> queue(bucket).resolves(bucket));
  }

  private static boolean opens(ScoredBucket bucket) {
    return bucket.turn() == Turn.OPENS || bucket.turn() == Turn.REOPENS;
  }

  private SupportQueue queue(ScoredBucket bucket) {
    return byCause.computeIfAbsent(
        cause(Channel.subject(bucket.subject())), cause -> new SupportQueue());
  }

  /**
   * Measures an incident that is open.
   *
   * @return whether the queue's surge has come to be known with it
   */
  boolean measure(Incident incident) {
    SupportQueue queue = byCause.get(incident.cause);
    if (queue == null) {
      return false;
    }
    if (incident.firstContactAt == 0) {
      incident.firstContactAt = queue.firstContactSince(incident.onset);
    }
    if (incident.supportOnsetAt != 0 || !queue.surgedSince(incident.onset)) {
      return false;
    }
    incident.supportOnsetAt = queue.surgeOnset;
    boolean ahead = incident.supportOnsetAt > incident.detectedAt;
    incident.lead = ahead ? LeadStatus.AHEAD : LeadStatus.BEHIND;
    return true;
  }

  /** Says of an incident that is over what became of the queue. */
  void conclude(Incident incident) {
    if (incident.supportOnsetAt == 0) {
      incident.lead = read ? LeadStatus.NO_SUPPORT_SURGE : LeadStatus.UNKNOWN;
    }
  }
}
