package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.Channel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The support queues that incidents are measured against.
 *
 * @param byCause by what groups subjects into one incident, those that the buckets, matches and
 *     incidents at hand concern; changed in place
 * @param days by subject, those that the buckets and matches at hand are about; changed in place
 * @param read whether any support contact has ever been seen
 */
public record SupportQueues(
    Map<String, SupportQueue> byCause, Map<String, QueueDays> days, boolean read) {
  /**
   * What groups subjects into one incident, and one queue: a product, or a region over all
   * products.
   */
  public static String cause(String subject) {
    String product = Subject.parse(subject).product();
    return product == null ? subject : product;
  }

  /** Whether a bucket is of a queue about a region over all products. */
  public static boolean isAboutARegion(ScoredBucket bucket) {
    return Channel.SUPPORT.holds(bucket.subject())
        && Subject.parse(Channel.subject(bucket.subject())).product() == null;
  }

  /** Whether a subject is a region over all products whose surge has not counted yet. */
  public static boolean isARegionThatWaits(Map.Entry<String, QueueDays> subject) {
    return subject.getValue().waitingSince != 0
        && Subject.parse(subject.getKey()).product() == null;
  }

  /** Takes in what a closed bucket brought of the queue; the rest is passed over. */
  void add(List<ScoredBucket> buckets, List<SurgeMatch> matches, long end) {
    // Patterns see a bucket without those who came late.
    Map<String, ScoredBucket> contacts = new TreeMap<>();
    buckets.stream()
        .filter(bucket -> Channel.SUPPORT.holds(bucket.subject()))
        .forEach(
            bucket ->
                contacts.merge(
                    Channel.subject(bucket.subject()) + ' ' + bucket.start(),
                    bucket,
                    (one, other) -> one.posts() >= other.posts() ? one : other));
    contacts.values().forEach(this::count);
    List<ScoredBucket> turns =
        matches.stream()
            .map(SurgeMatch::last)
            .filter(bucket -> Channel.SUPPORT.holds(bucket.subject()))
            .toList();
    turns.stream().filter(SupportQueues::begins).forEach(this::await);
    begin(end);
    turns.stream().filter(bucket -> bucket.turn() == Turn.RESOLVES).forEach(this::resolves);
  }

  private void count(ScoredBucket bucket) {
    String subject = Channel.subject(bucket.subject());
    daysOf(subject).add(bucket.start(), bucket.posts());
    if (subject.equals(cause(subject))) {
      queueOf(subject).add(bucket);
    }
  }

  private static boolean begins(ScoredBucket bucket) {
    return bucket.turn() == Turn.OPENS || bucket.turn() == Turn.REOPENS;
  }

  private void await(ScoredBucket bucket) {
    daysOf(Channel.subject(bucket.subject())).waitingSince = bucket.surge().onset();
  }

  /** Of surges that count from now on, the earliest is the first of its cause. */
  private void begin(long end) {
    days.entrySet().stream()
        .filter(subject -> subject.getValue().waitingSince != 0)
        .filter(subject -> subject.getValue().isUnusual(end))
        .sorted(
            Comparator.comparingLong(
                    (Map.Entry<String, QueueDays> subject) -> subject.getValue().onset(end))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            subject -> {
              queueOf(subject.getKey()).opens(subject.getKey(), subject.getValue().onset(end), end);
              subject.getValue().waitingSince = 0;
            });
  }

  private void resolves(ScoredBucket bucket) {
    String subject = Channel.subject(bucket.subject());
    QueueDays known = daysOf(subject);
    if (known.waitingSince == 0) {
      queueOf(subject).resolves(subject, bucket.end());
    }
    known.waitingSince = 0;
  }

  private QueueDays daysOf(String subject) {
    return days.computeIfAbsent(subject, key -> new QueueDays());
  }

  private SupportQueue queueOf(String subject) {
    return byCause.computeIfAbsent(cause(subject), cause -> new SupportQueue());
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
