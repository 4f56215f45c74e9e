package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.Channel;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some chatter is taken for complaints by mistake. While a product's chatter is out of the
 * ordinary, complaints about the product, or a part of it, that are no more than that explains are
 * withheld: an incident that nobody is told of until it has grown beyond.
 */
final class Leak {
  /**
   * Per post of chatter, so many may be taken for complaints. Of the posts about a joke that an
   * airline made, which are directed at it and count from a probability of .5, 12 were and 110 were
   * not.
   */
  private static final double SHARE = .15;

  /** Of a figure that is small, chance may double it. */
  private static final double STANDARD_ERRORS = 2;

  private final Collection<Incident> incidents;
  private final List<ScoredBucket> buckets;

  /** What is known of chatter when a bucket closes. */
  Leak(Collection<Incident> incidents, List<ScoredBucket> buckets) {
    this.incidents = incidents;
    this.buckets = buckets;
  }

  /** Withholds an incident that is about to open, if chatter explains it. */
  void withhold(Incident incident) {
    incident.withheld = explains(incident);
  }

  /** Whether chatter, or what there was of it before, still explains an incident. */
  boolean explains(Incident incident) {
    double chatter = 0;
    for (Incident other : incidents) {
      if (concerns(other.subject, incident)) {
        chatter += since(other, incident.onset);
      }
    }
    for (ScoredBucket bucket : buckets) {
      if (concerns(bucket.subject(), incident)
          && IncidentDesk.unusual(bucket)
          && open(bucket.subject()) == null) {
        chatter += bucket.surge().observed() - bucket.surge().expected();
      }
    }
    double leaked = SHARE * Channel.CHATTER_SAMPLE * Math.max(0, chatter);
    double most = leaked == 0 ? 0 : leaked + STANDARD_ERRORS * Math.sqrt(leaked) + 1;
    incident.leaked = Math.max(incident.leaked, most);
    return excess(incident) <= incident.leaked;
  }

  /** How many complaints about a chatter's product are withheld. */
  double withheldBy(Incident chatter) {
    return incidents.stream()
        .filter(incident -> incident.withheld && concerns(chatter.subject, incident))
        .mapToDouble(incident -> incident.observed)
        .sum();
  }

  private @Nullable Incident open(String key) {
    return incidents.stream()
        .filter(incident -> incident.open() && incident.subject.equals(key))
        .findFirst()
        .orElse(null);
  }

  /** A region over all products has the chatter about all of them. */
  private static boolean concerns(String key, Incident incident) {
    String product = Subject.parse(incident.subject).product();
    return Channel.CHATTER.holds(key) && (product == null || product.equals(Channel.subject(key)));
  }

  private static double since(Incident chatter, long onset) {
    double before = 0;
    for (int i = 0; i < chatter.pastEnds.size() && chatter.pastEnds.get(i) <= onset; i++) {
      before = chatter.pastExcesses.get(i);
    }
    return chatter.observed - chatter.expected - before;
  }

  /** Of the incident or the largest of its members: the product may surge inside a region's. */
  private static double excess(Incident incident) {
    double most = incident.observed - incident.expected;
    for (Extent member : incident.members) {
      most = Math.max(most, member.observed() - member.expected());
    }
    return most;
  }
}
