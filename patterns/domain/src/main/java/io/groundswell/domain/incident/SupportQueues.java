package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.volume.Channel;
import java.util.List;
import java.util.Map;

/**
 * The support queues that incidents are measured against.
 *
 * @param bySubject by subject key, those that the buckets, matches and incidents at hand concern;
 *     changed in place
 * @param read whether any support contact has ever been seen
 */
public record SupportQueues(Map<String, SupportQueue> bySubject, boolean read) {

  /**
   * Keys of the subjects whose queues matter to an incident: its own, and the product or region
   * that it is about.
   */
  public static List<String> concerning(String subject) {
    return List.of(subject, cause(subject));
  }

  /** What groups subjects into one incident: a product, or a region over all products. */
  static String cause(String subject) {
    String product = Subject.parse(subject).product();
    return product == null ? subject : product;
  }

  /** Takes in what a closed bucket brought of the queue; the rest is passed over. */
  void add(List<ScoredBucket> buckets, List<SurgeMatch> matches) {
    buckets.stream()
        .filter(bucket -> Channel.SUPPORT.holds(bucket.subject()))
        .forEach(bucket -> queue(bucket.subject()).add(bucket));
    matches.stream()
        .filter(match -> Channel.SUPPORT.holds(match.last().subject()))
        .forEach(match -> queue(match.last().subject()).add(match));
  }

  private SupportQueue queue(String key) {
    return bySubject.computeIfAbsent(Channel.subject(key), subject -> new SupportQueue());
  }

  /**
   * Measures an incident that is open.
   *
   * @return whether the queue's surge has come to be known with it
   */
  boolean measure(Incident incident) {
    if (incident.firstContactAt == 0) {
      incident.firstContactAt = firstContact(incident);
    }
    if (incident.supportOnsetAt != 0) {
      return false;
    }
    incident.supportOnsetAt = surgeOnset(incident);
    if (incident.supportOnsetAt == 0) {
      return false;
    }
    boolean ahead = incident.supportOnsetAt > incident.detectedAt;
    incident.lead = ahead ? LeadStatus.AHEAD : LeadStatus.BEHIND;
    return true;
  }

  private long firstContact(Incident incident) {
    SupportQueue queue = bySubject.get(incident.cause);
    return queue == null ? 0 : queue.firstContactSince(incident.onset);
  }

  /** The earliest of the queues that matter; 0 where none has surged. */
  private long surgeOnset(Incident incident) {
    return concerning(incident.subject).stream()
        .map(bySubject::get)
        .filter(queue -> queue != null && queue.surgedSince(incident.onset))
        .mapToLong(queue -> queue.surgeOnset)
        .min()
        .orElse(0);
  }

  /** Says of an incident that is over what became of the queue. */
  void conclude(Incident incident) {
    if (incident.supportOnsetAt == 0) {
      incident.lead = read ? LeadStatus.NO_SUPPORT_SURGE : LeadStatus.UNKNOWN;
    }
  }
}
