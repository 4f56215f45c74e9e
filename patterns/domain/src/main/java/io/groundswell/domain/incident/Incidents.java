package io.groundswell.domain.incident;

import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How an {@link Incident} begins and takes in the buckets of its members. */
final class Incidents {
  private static final DateTimeFormatter ONSET =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Incidents() {}

  static Incident open(SurgeMatch match) {
    ScoredBucket bucket = match.last();
    Incident incident = new Incident();
    incident.subject = bucket.subject();
    incident.cause = SupportQueues.cause(incident.subject);
    incident.onset = bucket.surge().onset();
    incident.id = incident.subject + ":" + ONSET.format(Instant.ofEpochMilli(incident.onset));
    incident.detectedAt = bucket.end();
    incident.multiple = bucket.surge().multiple();
    incident.pattern = match.pattern();
    return incident;
  }

  /**
   * Brings a member's figures up to date.
   *
   * @return whether the incident has reached a subject that it had not reached before
   */
  static boolean measure(Incident incident, ScoredBucket bucket) {
    boolean own = incident.subject.equals(bucket.subject());
    if (own) {
      measureOwn(incident, bucket);
    }
    if (!IncidentDesk.unusual(bucket)) {
      return false;
    }
    Extent extent =
        new Extent(
            bucket.subject(),
            bucket.surge().onset(),
            bucket.surge().observed(),
            bucket.surge().expected(),
            bucket.end());
    for (int i = 0; i < incident.members.size(); i++) {
      if (incident.members.get(i).subject().equals(bucket.subject())) {
        incident.members.set(i, extent);
        return false;
      }
    }
    incident.members.add(extent);
    return !own;
  }

  private static void measureOwn(Incident incident, ScoredBucket bucket) {
    incident.evidence = bucket.evidence();
    incident.threshold = bucket.threshold();
    incident.watched = bucket.watched();
    if (!incident.recovered) {
      incident.observed = incident.observedBefore + bucket.surge().observed();
      incident.expected = incident.expectedBefore + bucket.surge().expected();
      incident.posts = incident.postsBefore + bucket.surge().posts();
    }
  }

  /** The subject surges again: what comes is added to what has been. */
  static void goOn(Incident incident) {
    incident.recovered = false;
    incident.observedBefore = incident.observed;
    incident.expectedBefore = incident.expected;
    incident.postsBefore = incident.posts;
  }
}
