package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.People;
import io.groundswell.domain.volume.People.Overlap;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which incident a subject that is out of the ordinary belongs to: the one whose people are its
 * people. Names decide only where too few people are known to tell. The figures are explained in
 * {@code patterns/RATIONALE.md}.
 */
final class Causes {
  /** Fewer people say nothing of how many more are shared. */
  private static final int TELLING = 6;

  /** Share of people in common from which two parts of a product have one cause. */
  private static final double IN_A_PRODUCT = .3;

  /** The same for two products: who merges them wrongly leaves an owner untold. */
  private static final double OF_PRODUCTS = .5;

  /** Parts that hold less of a product's surge do not explain it: it is broader than they are. */
  private static final double EXPLAINS = .75;

  /** Belongs by its name, as far as anybody can tell. */
  private static final double BY_NAME = 0;

  private static final double APART = -1;

  /** Components that a post has only as a label of its source, of which it has one. */
  private final Set<Subject> labels;

  Causes(Catalogue catalogue) {
    Set<Subject> found = new HashSet<>();
    for (Product product : catalogue.products()) {
      for (Component component : product.components()) {
        if (component.aliases().isEmpty()
            && component.handles().isEmpty()
            && component.hashtags().isEmpty()) {
          found.add(Subject.component(product.id(), component.id()));
        }
      }
    }
    labels = found;
  }

  /**
   * The incident that a match belongs to: one that is open, else one that is over and goes on.
   *
   * @param incidents in the order of their ids
   * @param key of the subject that the match is about, or that it has in common with an incident
   * @param reopenWithin so soon after its end an incident goes on, milliseconds
   */
  @Nullable Incident of(
      Collection<Incident> incidents, SurgeMatch match, String key, long reopenWithin) {
    People people = People.NOBODY;
    for (ScoredBucket bucket : match.buckets()) {
      people = people.plus(bucket.people(), Extent.PEOPLE);
    }
    for (Incident incident : incidents) {
      Extent member = incident.open() ? incident.member(key) : null;
      people = member == null ? people : people.plus(member.people(), Extent.PEOPLE);
    }
    Incident home = home(incidents, key, match.last(), people, true);
    if (home != null) {
      return home;
    }
    Incident over = null;
    for (Incident incident : incidents) {
      boolean again = !incident.open() && goesOn(incident, match, key, people, reopenWithin);
      if (again && (over == null || incident.resolvedAt >= over.resolvedAt)) {
        over = incident;
      }
    }
    return over;
  }

  /** A word that rose while the incident was open is a word for it, whenever that is seen. */
  private boolean goesOn(
      Incident incident, SurgeMatch match, String key, People people, long reopenWithin) {
    if (Channel.of(incident.subject) != Channel.of(key)) {
      return false;
    }
    Subject subject = Subject.parse(key);
    boolean during = Incidents.onset(match) < incident.resolvedAt;
    boolean soon = match.last().end() - incident.resolvedAt <= reopenWithin;
    return incident.has(key)
        ? during || soon
        : during
            && subject.term() != null
            && share(incident, subject, match.last().surge(), people) >= BY_NAME;
  }

  /** What has turned out to belong to one incident is no member of any other. */
  static void leave(Collection<Incident> incidents, String key, Incident home) {
    for (Incident incident : incidents) {
      if (incident.open() && !incident.id.equals(home.id)) {
        incident.members.removeIf(member -> member.subject().equals(key));
      }
    }
  }

  /** Once its subject surges anew, an incident that is over never goes on. */
  static void supersede(Collection<Incident> incidents, String key) {
    incidents.removeIf(incident -> !incident.open() && incident.subject.equals(key));
  }

  /** The incident spans the subject's product from now on. */
  static void span(Incident incident, Subject subject) {
    String product = subject.product();
    if (product != null && !sameByName(incident, subject)) {
      incident.dependants.add(product);
    }
  }

  /**
   * The open incident that a bucket's subject belongs to: the one that it is a member of, else the
   * one that has most of its people. When its own surge opens, it is known better who they are.
   *
   * @param incidents in the order of their ids
   */
  @Nullable Incident home(Collection<Incident> incidents, ScoredBucket bucket) {
    return home(incidents, bucket.subject(), bucket, bucket.people(), false);
  }

  private @Nullable Incident home(
      Collection<Incident> incidents,
      String key,
      ScoredBucket bucket,
      People people,
      boolean opens) {
    Incident home = null;
    double most = APART;
    for (Incident incident : incidents) {
      if (!incident.open() || Channel.of(incident.subject) != Channel.of(key)) {
        continue;
      }
      boolean member = incident.has(key);
      if (incident.subject.equals(key) || (member && !opens)) {
        return incident;
      }
      double share = share(incident, Subject.parse(key), bucket.surge(), people);
      if (share > most || (share == most && share > APART && member)) {
        home = incident;
        most = share;
      }
    }
    return home;
  }

  /**
   * How much speaks for a subject's belonging to an incident.
   *
   * @return the share of people in common, {@link #BY_NAME} or {@link #APART}
   */
  private double share(Incident incident, Subject subject, SurgeSize size, People people) {
    if (!sameByName(incident, subject)) {
      return ofProducts(incident, subject, people);
    }
    Overlap overlap = people.with(rivals(incident, subject));
    if (overlap.of() < TELLING) {
      return BY_NAME;
    }
    if (overlap.share() >= IN_A_PRODUCT) {
      return overlap.share();
    }
    return isJudged(incident, subject) && !isBroader(incident, size, subject) ? APART : BY_NAME;
  }

  /**
   * Whether having few people in common tells anything. A place of a product that surges as a whole
   * has its people in common with that; where it has not, it has been counted from earlier on.
   */
  private static boolean isJudged(Incident incident, Subject subject) {
    String product = subject.product();
    return product != null
        && !isWhole(subject)
        && (isPart(subject) || !incident.has(Subject.product(product).key()));
  }

  /** Whether names alone would make the subject a part of the incident. */
  private static boolean sameByName(Incident incident, Subject subject) {
    String product = subject.product();
    String region = subject.region();
    if (product != null) {
      return incident.cause.equals(product)
          || incident.dependants.contains(product)
          || (region != null && incident.cause.equals(Subject.region(region).key()));
    }
    return incident.subject.equals(subject.key())
        || (region != null && incident.has(Subject.productIn(incident.cause, region).key()));
  }

  /** Posts that name two products make one incident of both. */
  private double ofProducts(Incident incident, Subject subject, People people) {
    String product = subject.product();
    if (product == null
        || Subject.UNMATCHED.equals(product)
        || !Channel.COMPLAINTS.holds(product)) {
      return APART;
    }
    Overlap overlap = people.with(incident.people());
    return overlap.of() >= TELLING && overlap.share() >= OF_PRODUCTS ? overlap.share() : APART;
  }

  /**
   * Whose people a subject is compared with. A product has all of its parts' people, so parts are
   * compared with parts, and with the place where the fault is. Of what has nobody in common in any
   * case nothing is learnt.
   */
  private People rivals(Incident incident, Subject subject) {
    People parts = People.NOBODY;
    People others = People.NOBODY;
    for (Extent member : incident.members) {
      Subject other = Subject.parse(member.subject());
      if (exclude(subject, other)) {
        continue;
      }
      others = others.plus(member.people(), Extent.PEOPLE);
      boolean named = incident.subject.equals(member.subject());
      if (isPart(other) || (named && other.isPlace())) {
        parts = parts.plus(member.people(), Extent.PEOPLE);
      }
    }
    return isPart(subject) && !parts.equals(People.NOBODY) ? parts : others;
  }

  /** Nobody complains from two places, and no post has two labels. */
  private boolean exclude(Subject one, Subject other) {
    return one.equals(other)
        || (one.isPlace() && other.isPlace())
        || (labels.contains(one) && labels.contains(other));
  }

  /**
   * Whether the product's surge is broader than the parts of it that are known, the subject among
   * them: then they are words for something that they have in common.
   */
  private static boolean isBroader(Incident incident, SurgeSize size, Subject subject) {
    double whole = 0;
    double parts = excess(size.observed(), size.expected());
    for (Extent member : incident.members) {
      Subject other = Subject.parse(member.subject());
      if (!Objects.equals(other.product(), subject.product()) || other.equals(subject)) {
        continue;
      }
      double excess = excess(member.observed(), member.expected());
      if (isWhole(other)) {
        whole = excess;
      } else if (isPart(other)) {
        parts += excess;
      }
    }
    return parts < EXPLAINS * whole;
  }

  private static double excess(double observed, double expected) {
    return Math.max(0, observed - expected);
  }

  private static boolean isWhole(Subject subject) {
    return !subject.isPlace() && !isPart(subject);
  }

  private static boolean isPart(Subject subject) {
    return subject.component() != null || subject.term() != null;
  }
}
