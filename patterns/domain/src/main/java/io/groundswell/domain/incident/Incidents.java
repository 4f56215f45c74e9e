package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.People;
import java.util.List;
import java.util.Objects;

/** How an {@link Incident} begins and takes in the buckets of its members. */
final class Incidents {
  /** Subjects that an incident can reach; of an outage everywhere, the first to show it. */
  private static final int MOST_MEMBERS = 128;

  private Incidents() {}

  static Incident open(SurgeMatch match) {
    ScoredBucket bucket = match.last();
    Incident incident = new Incident();
    incident.subject = subject(match);
    incident.cause = SupportQueues.cause(incident.subject);
    incident.onset = onset(match);
    incident.detectedAt = bucket.end();
    incident.multiple = bucket.surge().multiple();
    incident.pattern = match.pattern();
    if (isAcross(match)) {
      openAcross(incident, match);
    } else {
      measureOwn(incident, bucket);
      include(incident, bucket, 0); // Whose people they are decides who joins in the same bucket.
    }
    notes(incident, match);
    incident.openEvidence = incident.evidence;
    incident.openThreshold = incident.threshold;
    incident.openDiscount = isAcross(match) ? 0 : bucket.discount();
    incident.openObserved = incident.observed;
    incident.told = incident.observed;
    incident.id = Figures.id(incident.subject, incident.onset);
    return incident;
  }

  /** Whether a pattern found what no subject's surge says: across subjects, or one's own. */
  static boolean isAcross(SurgeMatch match) {
    return !PatternId.OF_ONE.contains(match.pattern());
  }

  /** Whether a match makes an incident where there is none. */
  static boolean opens(SurgeMatch match) {
    Turn turn = match.last().turn();
    return turn == Turn.OPENS || turn == Turn.REOPENS || isAcross(match);
  }

  /** Whether somebody has written the pattern. */
  static boolean isOwn(String pattern) {
    return !PatternId.ALL.contains(pattern) && !pattern.equals(PatternId.REMOVED);
  }

  /** Notes that a pattern of somebody's own has matched; whether that is news. */
  static boolean notes(Incident incident, SurgeMatch match) {
    String pattern = match.pattern();
    return isOwn(pattern)
        && !incident.ownPatterns.contains(pattern)
        && incident.ownPatterns.add(pattern);
  }

  /** Whether a product and one that depends on it made the match. */
  static boolean isPair(SurgeMatch match) {
    return isAcross(match) && !product(match.first()).equals(product(match.last()));
  }

  /**
   * Key of the subject that a match is about: what surges; the product of several regions; of a
   * pair of products the one that is depended on.
   */
  static String subject(SurgeMatch match) {
    String first = match.first().subject();
    boolean alone = match.buckets().stream().allMatch(bucket -> bucket.subject().equals(first));
    if (alone || !isAcross(match)) {
      return match.last().subject();
    }
    return isPair(match) ? first : Subject.product(product(match.first())).key();
  }

  private static String product(ScoredBucket bucket) {
    return Objects.requireNonNullElse(Subject.parse(bucket.subject()).product(), "");
  }

  /**
   * When what matched began. Subjects that rise together did when the second of them began, since a
   * sparse one may have drifted for long before.
   */
  static long onset(SurgeMatch match) {
    return !isAcross(match)
        ? match.last().surge().onset()
        : match.buckets().stream()
            .map(bucket -> bucket.surge().onset())
            .sorted()
            .skip(1)
            .findFirst()
            .orElse(match.last().surge().onset());
  }

  /** Its members have not surged by themselves, so that it is over when they are calm. */
  private static void openAcross(Incident incident, SurgeMatch match) {
    List<ScoredBucket> buckets = match.buckets();
    incident.across = true;
    incident.recovered = true;
    incident.watched = match.last().watched();
    incident.threshold = match.last().threshold();
    incident.evidence =
        isOwn(match.pattern())
            ? match.last().evidence()
            : buckets.stream().mapToDouble(ScoredBucket::evidence).min().orElse(incident.evidence);
    buckets.forEach(bucket -> include(incident, bucket, 0));
    addUp(incident);
    incident.posts = buckets.stream().mapToDouble(bucket -> bucket.surge().posts()).sum();
  }

  /** Until its own subject surges, an incident across subjects is what its members are. */
  private static void addUp(Incident incident) {
    incident.observed = incident.members.stream().mapToDouble(Extent::observed).sum();
    incident.expected = incident.members.stream().mapToDouble(Extent::expected).sum();
    incident.posts = Math.max(incident.posts, incident.observed);
  }

  /**
   * Brings a member's figures up to date.
   *
   * @param resolveAfter milliseconds of calm after which a member is calm
   * @return whether the incident has reached a subject that it had not reached before
   */
  static boolean measure(Incident incident, ScoredBucket bucket, long resolveAfter) {
    boolean own = incident.subject.equals(bucket.subject());
    if (own) {
      measureOwn(incident, bucket);
    }
    if (!IncidentDesk.unusual(bucket)) {
      incident.members.replaceAll(
          member ->
              member.subject().equals(bucket.subject()) ? member.with(bucket.people()) : member);
      return false;
    }
    boolean added = include(incident, bucket, resolveAfter);
    if (incident.across) {
      addUp(incident);
    }
    return added && !own;
  }

  /**
   * Makes the bucket's subject a member, or brings it up to date. A sparse subject that has been
   * reached rests at high evidence for days, in which each of its ordinary complaints looks
   * elevated: one that comes alone, after it was calm, does not keep the incident open.
   *
   * @param resolveAfter milliseconds of calm after which a member is calm
   * @return whether it has become one
   */
  static boolean include(Incident incident, ScoredBucket bucket, long resolveAfter) {
    for (int i = 0; i < incident.members.size(); i++) {
      Extent known = incident.members.get(i);
      if (known.subject().equals(bucket.subject())) {
        boolean goesOn =
            bucket.observed() > 1 || bucket.end() - known.elevatedUntil() <= resolveAfter;
        incident.members.set(
            i,
            Extent.of(
                bucket,
                goesOn ? Math.max(bucket.end(), known.elevatedUntil()) : known.elevatedUntil(),
                known.people(),
                known.reached(),
                people(i)));
        return false;
      }
    }
    int reached = incident.members.size();
    return reached < MOST_MEMBERS
        && incident.members.add(
            Extent.of(bucket, bucket.end(), People.NOBODY, bucket.end(), people(reached)));
  }

  /** An incident that is everywhere is known by those whom it reached first. */
  private static int people(int member) {
    return member < Extent.FIRST ? Extent.PEOPLE : Extent.PEOPLE_OF_LATER;
  }

  private static void measureOwn(Incident incident, ScoredBucket bucket) {
    if (incident.across) {
      return;
    }
    if (!incident.withheld) { // Told later, it is told by what opened it.
      incident.evidence = bucket.evidence();
      incident.texts = bucket.texts();
      incident.threshold = bucket.threshold();
      incident.watched = bucket.watched();
    }
    if (!incident.recovered) {
      incident.observed = incident.observedBefore + bucket.surge().observed();
      incident.expected = incident.expectedBefore + bucket.surge().expected();
      incident.posts = incident.postsBefore + bucket.surge().posts();
    }
  }

  /** It goes on for as long at least as its members have to be calm, whoever brings it back. */
  static void reopen(Incident incident, SurgeMatch match) {
    long now = match.last().end();
    incident.members.replaceAll(member -> member.until(Math.max(now, member.elevatedUntil())));
    incident.resolvedAt = 0;
    incident.lead = incident.supportOnsetAt == 0 ? LeadStatus.UNKNOWN : incident.lead;
    incident.pattern = match.pattern();
  }

  /** The subject surges again: what comes is added to what has been. */
  static void goOn(Incident incident) {
    incident.recovered = false;
    if (incident.across) {
      incident.across = false; // Its own surge holds what its members have held.
      return;
    }
    incident.observedBefore = incident.observed;
    incident.expectedBefore = incident.expected;
    incident.postsBefore = incident.posts;
  }
}
