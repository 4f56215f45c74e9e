package io.groundswell.domain.lead;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.Incident;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.Channel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The support contacts of closed buckets, each given to at most one incident: of the incidents of
 * its product to the one that people were told first; if its product has none, to the first of all
 * incidents about a region over all products, if that is its region.
 */
final class ClosedContacts {
  /** By start of the bucket and key of the subject. */
  private final Map<Long, Map<String, Integer>> contacts = new TreeMap<>();

  private final List<ScoredBucket> buckets;

  /** Counts a bucket once, though patterns see it as well: the larger count has the late ones. */
  ClosedContacts(List<ScoredBucket> closed) {
    buckets = closed.stream().filter(bucket -> Channel.SUPPORT.holds(bucket.subject())).toList();
    for (ScoredBucket bucket : buckets) {
      contacts
          .computeIfAbsent(bucket.start(), start -> new HashMap<>())
          .merge(Channel.subject(bucket.subject()), bucket.posts(), Math::max);
    }
  }

  /** Start of the first bucket with contacts about an incident's cause since its onset, or null. */
  @Nullable Long first(Incident incident) {
    for (Map.Entry<Long, Map<String, Integer>> moment : contacts.entrySet()) {
      if (moment.getKey() >= incident.onset
          && moment.getValue().getOrDefault(incident.cause, 0) > 0) {
        return moment.getKey();
      }
    }
    return null;
  }

  /**
   * How many contacts are given to each incident.
   *
   * @param incidents that people were told, the first first
   * @param rows theirs, by id
   */
  Map<String, Integer> given(List<Incident> incidents, Map<String, LeadEntry> rows) {
    Map<String, Integer> given = new HashMap<>();
    contacts.forEach(
        (start, bySubject) -> {
          Map<String, Incident> takers = new TreeMap<>();
          for (Incident incident : incidents) {
            if (isOpen(incident, rows.get(incident.id), start)) {
              takers.putIfAbsent(isRegion(incident) ? "" : incident.cause, incident);
            }
          }
          takers.forEach(
              (cause, taker) ->
                  given.merge(taker.id, share(taker, takers, bySubject), Integer::sum));
        });
    return given;
  }

  private static int share(
      Incident taker, Map<String, Incident> takers, Map<String, Integer> bySubject) {
    int share = bySubject.getOrDefault(taker.cause, 0);
    String region = Subject.parse(taker.cause).region();
    if (!isRegion(taker) || region == null) {
      return share;
    }
    for (String product : takers.keySet()) {
      if (!product.isEmpty()) {
        share -= bySubject.getOrDefault(Subject.productIn(product, region).key(), 0);
      }
    }
    return share;
  }

  private static boolean isRegion(Incident incident) {
    return Subject.parse(incident.cause).product() == null;
  }

  private boolean isOpen(Incident incident, @Nullable LeadEntry row, long start) {
    return row != null
        && start >= row.toldAt()
        && (incident.open() || end(start) <= incident.resolvedAt);
  }

  private long end(long start) {
    return buckets.stream()
        .filter(bucket -> bucket.start() == start)
        .mapToLong(ScoredBucket::end)
        .findFirst()
        .orElse(start);
  }
}
